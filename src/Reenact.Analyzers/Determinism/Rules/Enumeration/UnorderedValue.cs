using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>An expression whose elements come in no order that replay reproduces.</summary>
/// <param name="order">How sure that is.</param>
/// <param name="form">What holds the elements.</param>
/// <param name="type">The collection's type, for messages; null where <paramref name="member"/> says it all.</param>
/// <param name="member">The member that gives the elements, for messages; null for the collection itself.</param>
internal readonly struct UnorderedValue(CollectionOrder order, SequenceForm form, ITypeSymbol? type, ISymbol? member)
{
    public CollectionOrder Order { get; } = order;

    public SequenceForm Form { get; } = form;

    public ITypeSymbol? Type { get; } = type;

    public ISymbol? Member { get; } = member;
}
