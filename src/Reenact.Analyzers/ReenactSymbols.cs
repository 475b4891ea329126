using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>The types of the runtime that rules know, as one compilation sees them.</summary>
internal sealed class ReenactSymbols
{
    private readonly INamedTypeSymbol? recorded;
    private readonly INamedTypeSymbol? replayed;
    private readonly INamedTypeSymbol? deterministic;
    private readonly INamedTypeSymbol? deterministicAttribute;

    private ReenactSymbols(Compilation compilation)
    {
        recorded = compilation.GetTypeByMetadataName("Reenact.RecordedAttribute");
        replayed = compilation.GetTypeByMetadataName("Reenact.ReplayedAttribute");
        deterministic = compilation.GetTypeByMetadataName("Reenact.Deterministic");
        deterministicAttribute = compilation.GetTypeByMetadataName("Reenact.DeterministicAttribute");
    }

    /// <summary>Null where the compilation doesn't reference the runtime.</summary>
    public static ReenactSymbols? Of(Compilation compilation)
    {
        var symbols = new ReenactSymbols(compilation);
        return symbols.recorded is null || symbols.replayed is null ? null : symbols;
    }

    public bool IsRecorded(ISymbol member) => Has(member, recorded);

    public bool IsReplayed(ISymbol member) => Has(member, replayed);

    /// <summary>The member, its property or event, or a type around it is marked <c>[Deterministic]</c>.</summary>
    public bool IsStatedDeterministic(ISymbol member)
    {
        if (Has(member, deterministicAttribute) || (member is IMethodSymbol { AssociatedSymbol: { } associated } && Has(associated, deterministicAttribute)))
            return true;
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (Has(type, deterministicAttribute))
                return true;
        }

        return false;
    }

    /// <summary>A <c>Deterministic.Capture</c>: its delegate runs once, when it is recorded.</summary>
    public bool IsCapture(IMethodSymbol method) =>
        method.Name == "Capture" && SymbolEqualityComparer.Default.Equals(method.ContainingType, deterministic);

    private static bool Has(ISymbol member, INamedTypeSymbol? attribute)
    {
        foreach (var data in member.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute))
                return true;
        }

        return false;
    }
}
