using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Generators.Decorators;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Tells interface members of which it can't be known what runs. Thread-safe.</summary>
internal sealed class UnknownInterfaces
{
    private readonly HashSet<ISymbol> recorded = new(SymbolEqualityComparer.Default);
    private readonly ReenactSymbols symbols;
    private readonly Dispatch dispatch;
    private readonly IAssemblySymbol ours;
    private readonly ApiLookup apis;

    public UnknownInterfaces(Compilation compilation, ReenactSymbols symbols, Dispatch dispatch, ApiLookup apis)
    {
        this.symbols = symbols;
        this.dispatch = dispatch;
        this.apis = apis;
        ours = compilation.Assembly;
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (RecordedInterfaces.Named(attribute) is { } named)
                recorded.Add(named.OriginalDefinition);
        }
    }

    /// <summary>The interface has a recording decorator, so that its calls are served on replay.</summary>
    public bool IsRecorded(INamedTypeSymbol contract) => recorded.Contains(contract.OriginalDefinition);

    /// <summary>What to do about a call through an interface, as the end of a sentence; null where it is known what runs.</summary>
    public string? Remedy(IMethodSymbol member)
    {
        var contract = member.ContainingType;
        if (IsRecorded(contract) || symbols.IsStatedDeterministic(member))
            return null;
        var isOurs = SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, ours);
        if (!isOurs && apis.IsJudged(contract))
            return null;
        var implementations = dispatch.Implementations(member);
        if (implementations.Count == 1 || (implementations.Count > 1 && implementations.All(each => IsStopped(each) || IsData(each))) || (implementations.Count == 0 && !member.IsAbstract))
            return null;
        var known = implementations.Count == 0 ? "nothing here implements it" : $"it has {implementations.Count} implementations here";
        return isOurs
            ? $"{known}: record it with [assembly: {Attribute(contract)}], or mark it [Deterministic]"
            : $"{known}: record it, or say what it is in Reenact.Determinism.txt";
    }

    private static string Attribute(INamedTypeSymbol contract)
    {
        if (!contract.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.TypeParameter))
            return $"RecordInterface<{contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>";
        return $"RecordInterface(typeof({contract.ConstructUnboundGenericType().ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}))";
    }

    /// <summary>The accessor of an automatic property, or one that gives a constant: whichever runs, it does nothing else.</summary>
    private static bool IsData(IMethodSymbol member) => member is { AssociatedSymbol: IPropertySymbol, IsAbstract: false } && member.FirstDeclaration()
        is AccessorDeclarationSyntax { Body: null, ExpressionBody: null or { Expression: LiteralExpressionSyntax } } or ArrowExpressionClauseSyntax { Expression: LiteralExpressionSyntax }
            or ParameterSyntax;

    private bool IsStopped(IMethodSymbol member) => symbols.IsMarked(member) || symbols.IsStatedDeterministic(member);
}
