using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>The variables that a loop over an unordered collection has anew for each element.</summary>
internal sealed class LoopVariables
{
    private readonly HashSet<ILocalSymbol> ofElement = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> own = new(SymbolEqualityComparer.Default);
    private readonly ILocalSymbol? element;

    public LoopVariables(IForEachLoopOperation loop)
    {
        ofElement.UnionWith(loop.Locals);

        // Of 'var (key, value)' the key: what is deconstructed is a pair of a dictionary.
        element = loop.Locals.FirstOrDefault();
    }

    public void AddNested(IForEachLoopOperation loop) => ofElement.UnionWith(loop.Locals);

    /// <summary>A local of the body.</summary>
    public void AddOwn(ILocalSymbol local)
    {
        own.Add(local);
        ofElement.Add(local);
    }

    public bool IsOwn(ILocalSymbol local) => own.Contains(local);

    public bool IsOfElement(ILocalSymbol local) => ofElement.Contains(local);

    public bool Mentions(IOperation operation) => operation is ILocalReferenceOperation reference && IsOfElement(reference.Local);

    /// <summary>No other element gives the same value: the element, its key or its id.</summary>
    public bool IsUnique(IOperation value) => Lambdas.Unwrap(value) switch
    {
        ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, element),
        IPropertyReferenceOperation { Property.Name: "Key" or "Id", Instance: { } instance } => IsUnique(instance),
        _ => false,
    };
}
