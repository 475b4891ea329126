using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules;
using Reenact.Analyzers.Determinism.Rules.SharedState;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>A member that an expression runs, and what is known of the object it runs on.</summary>
internal readonly struct MemberUse(IMethodSymbol member, ITypeSymbol? receiver = null, IOperation? on = null)
{
    public IMethodSymbol Member { get; } = member;

    /// <summary>The type of the object, as far as the code says; null for static members and where the member decides.</summary>
    public ITypeSymbol? Receiver { get; } = receiver;

    /// <summary>
    /// The object is of just that type, or the call isn't virtual: <c>base.Run()</c>, and what 'new' made, also through a local that holds
    /// nothing else. Looks at all mentions of the local.
    /// </summary>
    public bool IsExact() => on switch
    {
        null => false,
        { Syntax: BaseExpressionSyntax } or IObjectCreationOperation => true,
        ILocalReferenceOperation { Local: { } local } => local.FirstDeclaration() is VariableDeclaratorSyntax
        {
            Initializer.Value: BaseObjectCreationExpressionSyntax, Parent.Parent: LocalDeclarationStatementSyntax,
        } && !LocalMentions.References(local, on).Any(MayBeReplaced),
        _ => false,
    };

    /// <summary>The type that a local of another type was made as and holds alone: <c>Plan plan = new Real()</c>.</summary>
    public static ITypeSymbol? MadeAs(ILocalReferenceOperation reference) =>
        reference.Local.FirstDeclaration() is VariableDeclaratorSyntax
        {
            Initializer.Value: ObjectCreationExpressionSyntax creation,
            Parent: VariableDeclarationSyntax { Type.IsVar: false, Parent: LocalDeclarationStatementSyntax },
        } && creation.SyntaxTree == reference.Syntax.SyntaxTree && !LocalMentions.References(reference.Local, reference).Any(MayBeReplaced)
            ? reference.SemanticModel!.GetTypeInfo(creation).Type
            : null;

    /// <summary>Written, or known by a second name: <c>ref var other = ref plan</c>.</summary>
    private static bool MayBeReplaced(IOperation place) =>
        Written.Is(place) || place.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } };

    /// <summary>Whether overrides of a member, that the object's type has, may run instead of it.</summary>
    public bool MayRunOverridesOf(IMethodSymbol target) =>
        !target.IsStatic && target is { IsSealed: false, ContainingType.TypeKind: TypeKind.Class } && (target.IsVirtual || target.IsAbstract || target.IsOverride)
        && (Receiver is not INamedTypeSymbol || SymbolEqualityComparer.Default.Equals(Receiver.OriginalDefinition, target.ContainingType.OriginalDefinition))
        && !IsExact();
}
