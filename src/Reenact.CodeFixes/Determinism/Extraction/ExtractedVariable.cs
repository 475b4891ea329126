using Microsoft.CodeAnalysis;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>A local or parameter that becomes a parameter of the recorded method.</summary>
internal sealed class ExtractedVariable
{
    private bool mayBeNull;

    private ExtractedVariable(ISymbol symbol) => Symbol = symbol;

    public ISymbol Symbol { get; }

    /// <summary>The type of the parameter: a <c>var</c> is declared to take null, and yet may hold none wherever the call uses it.</summary>
    public ITypeSymbol Type => RecordableTypes.TypeOf(Symbol) is var type && type.IsReferenceType && !mayBeNull
        ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
        : RecordableTypes.TypeOf(Symbol);

    /// <summary>Adds a use of a variable to those that a call takes, each of which stands there once.</summary>
    public static void Use(List<ExtractedVariable> variables, ISymbol symbol, NullabilityInfo nullability)
    {
        if (variables.Find(each => SymbolEqualityComparer.Default.Equals(each.Symbol, symbol)) is not { } variable)
            variables.Add(variable = new ExtractedVariable(symbol));
        variable.mayBeNull |= nullability.FlowState != NullableFlowState.NotNull;
    }
}
