using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Finds closed types whose codecs are looked up where the program runs: type arguments of recorded generic methods and of types that declare recorded methods.</summary>
internal static class RecordableTypes
{
    /// <summary>Whether a node can name or infer type arguments.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax or GenericNameSyntax;

    /// <summary>The types that <c>[assembly: Recordable&lt;T&gt;]</c> names.</summary>
    public static RecordableModel? OfAttributes(ImmutableArray<AttributeData> attributes, Compilation compilation, CancellationToken cancellationToken) =>
        Model(attributes.SelectMany(static each => each.AttributeClass?.TypeArguments ?? []), KnownTypes.Of(compilation), cancellationToken);

    /// <summary>Why the types that <c>[assembly: Recordable&lt;T&gt;]</c> names can't be recorded.</summary>
    public static IEnumerable<ShapeProblem> Problems(AttributeData attribute, KnownTypes known, CancellationToken cancellationToken)
    {
        foreach (var type in attribute.AttributeClass?.TypeArguments ?? [])
        {
            if (ProblemOf(type, known, cancellationToken) is { } problem)
                yield return problem;
        }
    }

    /// <summary>Why the type arguments of a call can't be recorded that records values of them.</summary>
    public static IEnumerable<ShapeProblem> Problems(InvocationExpressionSyntax call, SemanticModel semantics, KnownTypes known, CancellationToken cancellationToken)
    {
        if (Called(call) is not { } name || !known.OpenRecordedNames.Contains(name, isGeneric: NamesTypeArguments(call))
            || semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method
            || KnownTypes.Find((method.ReducedFrom ?? method).OriginalDefinition, known.RecordedTypeArgumentsAttribute) is null)
        {
            yield break;
        }

        foreach (var type in method.TypeArguments)
        {
            if (!OpenTypes.IsOpen(type) && ProblemOf(type, known, cancellationToken) is { } problem)
                yield return problem;
        }
    }

    private static ShapeProblem? ProblemOf(ITypeSymbol type, KnownTypes known, CancellationToken cancellationToken)
    {
        if (ValueGraph.Of(type, known, cancellationToken).Failure is not { Unresolved: false } failure)
            return null;

        var path = failure.Path.Length == 0 || failure.Path[0] is '[' or '.' ? TypeNames.Short(type) + failure.Path : failure.Path;
        return new ShapeProblem(ShapeProblemKind.NotRecordable, path, failure.Reason, failure.Remedy) { CodecType = failure.CodecType, Member = failure.Member };
    }

    /// <summary>The type arguments at one place in code; null when nothing recorded gets them.</summary>
    public static RecordableModel? OfUse(SyntaxNode node, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var known = KnownTypes.Of(semantics.Compilation);
        if (NameOf(node) is not { } name || !known.OpenRecordedNames.Contains(name, isGeneric: node is GenericNameSyntax))
            return null;

        return semantics.GetSymbolInfo(node, cancellationToken).Symbol switch
        {
            IMethodSymbol method when IsRecorded(method, known) => Model(
                ContainingTypes.Outwards(method.ContainingType).SelectMany(static each => each.TypeArguments).Concat(method.TypeArguments), known, cancellationToken),
            INamedTypeSymbol { TypeKind: not TypeKind.Interface } type => Model(type.TypeArguments, known, cancellationToken),
            _ => null,
        };
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        GenericNameSyntax generic => generic.Identifier.ValueText,
        InvocationExpressionSyntax invocation when !NamesTypeArguments(invocation) => Called(invocation),
        _ => null,
    };

    /// <summary>Whether a call names its type arguments: then the name is a node of its own.</summary>
    private static bool NamesTypeArguments(InvocationExpressionSyntax call) =>
        call.Expression is GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax };

    private static string? Called(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        MemberBindingExpressionSyntax { Name: var name } => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>A method that can be overridden or implemented may be recorded elsewhere: one of its name is.</summary>
    private static bool IsRecorded(IMethodSymbol method, KnownTypes known)
    {
        var declared = method.ReducedFrom ?? method;
        declared = declared.OriginalDefinition.PartialDefinitionPart ?? declared.OriginalDefinition;
        return declared.IsAbstract || declared.IsVirtual || declared.IsOverride
            || KnownTypes.Find(declared, known.RecordedAttribute) is not null
            || KnownTypes.Find(declared, known.ReplayedAttribute) is not null
            || KnownTypes.Find(declared, known.RecordedTypeArgumentsAttribute) is not null;
    }

    private static RecordableModel? Model(IEnumerable<ITypeSymbol> types, KnownTypes known, CancellationToken cancellationToken)
    {
        var values = new List<CodecRegistrationModel>();
        var codecs = new List<ValueCodecModel>();
        var registered = new HashSet<string>(StringComparer.Ordinal);
        var emitted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (OpenTypes.IsOpen(type) || type.IsRefLikeType || type.TypeKind is TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer)
                continue;

            var graph = ValueGraph.Of(type, known, cancellationToken);
            if (graph.Failure is not null)
                continue;

            if (registered.Add(graph.Codec))
                values.Add(new CodecRegistrationModel(TypeNames.InCode(type), graph.Codec, TypeReach.ModelFor(type)));

            codecs.AddRange(graph.Codecs.Where(codec => emitted.Add(codec.Reference)));
        }

        return values.Count == 0 ? null : new RecordableModel(values.ToEquatableArray(), codecs.ToEquatableArray());
    }
}
