using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.Rules;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds out what the members of a compilation do. Thread-safe.</summary>
internal sealed class BodyScanner
{
    private readonly INamedTypeSymbol? replay;

    public BodyScanner(ReenactSymbols symbols, SourceMembers members, ApiLookup apis, IExpressionRule rules, BodyReader bodies, Compilation compilation)
    {
        Symbols = symbols;
        Members = members;
        Apis = apis;
        Rules = rules;
        Bodies = bodies;
        Dispatch = new Dispatch(compilation);
        Patterns = new PatternMembers(compilation);
        Interfaces = new UnknownInterfaces(compilation, symbols, Dispatch, apis);
        Summaries = apis.Summaries;
        replay = compilation.GetTypeByMetadataName("Reenact.SessionReplay");
    }

    public ReenactSymbols Symbols { get; }

    public SourceMembers Members { get; }

    public ApiLookup Apis { get; }

    public IExpressionRule Rules { get; }

    public BodyReader Bodies { get; }

    public Dispatch Dispatch { get; }

    public PatternMembers Patterns { get; }

    public UnknownInterfaces Interfaces { get; }

    public ConditionalCalls Conditionals { get; } = new();

    public ForeignSummaries Summaries { get; }

    /// <summary>A <c>RunAsync</c> that runs what it is given as replayed code.</summary>
    public bool IsReplay(IMethodSymbol method) =>
        method.Name == "RunAsync" && SymbolEqualityComparer.Default.Equals(method.ContainingType, replay);

    /// <summary>What a member does is recorded, is checked on its own, or is stated to be deterministic.</summary>
    public bool IsStopped(ISymbol member) =>
        Symbols.IsRecorded(member) || Symbols.IsReplayed(member) || Symbols.IsStatedDeterministic(member)
        || (member.ContainingType is { TypeKind: TypeKind.Interface } contract && Interfaces.IsRecorded(contract));

    /// <summary>Reads the code of a member.</summary>
    public BodyFacts Scan(MemberKey key, CancellationToken cancellationToken)
    {
        if (Members.Declaration(key, cancellationToken) is not { } declaration)
            return BodyFacts.None;
        var model = Bodies.Model(declaration.SyntaxTree);
        if (Declared(declaration, model, cancellationToken) is not { } member)
            return BodyFacts.None;
        var scan = new BodyScan(this, member, MessageNames.Of(member), model, cancellationToken);
        scan.Read(Bodies.Read(declaration, cancellationToken));
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            scan.Follow(ConstructorParts.RunBy(constructor), Name(declaration).Span);
        return scan.ToFacts();
    }

    /// <summary>What runs when a member is used from elsewhere, as the code of a body that does nothing else.</summary>
    public BodyFacts Use(IEnumerable<ISymbol> members, ISymbol user, SyntaxTree file, CancellationToken cancellationToken)
    {
        var scan = new BodyScan(this, user, MessageNames.Of(user), Bodies.Model(file), cancellationToken);
        scan.Follow(members, default);
        return scan.ToFacts();
    }

    private static ISymbol? Declared(SyntaxNode declaration, SemanticModel model, CancellationToken cancellationToken) => declaration switch
    {
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        TypeDeclarationSyntax type => PrimaryConstructor(type, model.GetDeclaredSymbol(type, cancellationToken)),
        _ => model.GetDeclaredSymbol(declaration, cancellationToken),
    };

    private static ISymbol? PrimaryConstructor(TypeDeclarationSyntax declaration, INamedTypeSymbol? type) =>
        type?.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() == declaration));

    private static SyntaxToken Name(SyntaxNode declaration) => declaration switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        TypeDeclarationSyntax type => type.Identifier,
        _ => declaration.GetFirstToken(),
    };
}
