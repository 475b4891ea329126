using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What a call makes of the order of an argument's elements: an answer, or where to look on.</summary>
internal readonly struct ArgumentUse
{
    private ArgumentUse(OrderUse use, IOperation? next, SequenceForm form)
    {
        Use = use;
        Next = next;
        Form = form;
    }

    /// <summary>The answer; with <see cref="Next"/>, what it is as soon as that is enumerated in order.</summary>
    public OrderUse Use { get; }

    /// <summary>The call, where its result has elements in the same order; null where the answer is known.</summary>
    public IOperation? Next { get; }

    /// <summary>What the result is.</summary>
    public SequenceForm Form { get; }

    public static ArgumentUse Is(OrderUse use) => new(use, next: null, SequenceForm.Collection);

    public static ArgumentUse GoesOn(IOperation call, SequenceForm form) => new(OrderUse.Order, call, form);

    /// <summary>Only elements that are equal to an ordering are in the same order.</summary>
    public static ArgumentUse GoesOnInTies(IOperation call) => new(OrderUse.Ties, call, SequenceForm.Query);
}
