using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds what is put into fields, properties and events that hold delegates.</summary>
internal sealed class DelegateHolders(SourceMembers members, BodyReader bodies, Func<MemberKey, BodyFacts> facts, CancellationToken cancellationToken)
{
    private readonly Dictionary<MemberKey, IReadOnlyList<(MemberKey By, DelegateAssignment Assigned)>> assignments = [];

    /// <summary>The delegates that the type itself puts there, with the members that do so.</summary>
    public IReadOnlyList<(MemberKey By, DelegateAssignment Assigned)> Assignments(MemberKey holder)
    {
        if (!assignments.TryGetValue(holder, out var known))
            assignments.Add(holder, known = FindAssignments(holder));
        return known;
    }

    private List<(MemberKey By, DelegateAssignment Assigned)> FindAssignments(MemberKey holder)
    {
        var found = new List<(MemberKey, DelegateAssignment)>();
        if (Symbol(holder) is not { ContainingType: { } type } symbol)
            return found;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var declaration in Mentioning(reference.GetSyntax(cancellationToken), symbol.Name))
            {
                if (members.KeyOf(declaration) is not { } by)
                    continue;
                foreach (var assigned in facts(by).DelegateAssignments)
                {
                    if (assigned.Holder == holder)
                        found.Add((by, assigned));
                }
            }
        }

        return found;
    }

    /// <summary>Only the type itself can put something there.</summary>
    public bool IsClosed(MemberKey holder) => Symbol(holder) switch
    {
        { DeclaredAccessibility: Accessibility.Private } => true,
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    /// <summary>State that anyone can replace, which REEN2006 reports where it is named.</summary>
    public bool IsShared(MemberKey holder) => Symbol(holder) is { IsStatic: true } and (IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod: not null } or IEventSymbol);

    /// <summary>The primary constructor that a parameter belongs to; null for other holders.</summary>
    public MemberKey? Constructor(MemberKey holder) =>
        members.Declaration(holder, cancellationToken) is ParameterSyntax { Parent.Parent: { } type } ? members.KeyOf(type) : null;

    private ISymbol? Symbol(MemberKey holder) =>
        members.Declaration(holder, cancellationToken) is { } declaration and not ParameterSyntax
            ? bodies.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken)
            : null;

    private static IEnumerable<SyntaxNode> Mentioning(SyntaxNode type, string name) =>
        NamesIn.Find(type, name)
            .Select(static token => token.Parent?.AncestorsAndSelf().FirstOrDefault(IsUnit))
            .OfType<SyntaxNode>()
            .Distinct();

    private static bool IsUnit(SyntaxNode node) => node
        is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } or PropertyDeclarationSyntax
        or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax };
}
