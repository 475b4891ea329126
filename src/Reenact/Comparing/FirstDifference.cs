namespace Reenact.Comparing;

/// <summary>The first thing in which two sessions differ, in the order in which it happened. Immutable.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="EventBefore">The number of the event in the session before; null when it has none there.</param>
/// <param name="EventAfter">The number of the event in the session after; null when it has none there.</param>
/// <param name="What">What it is: a method's full name, a decision's name, an environment's kind and name.</param>
/// <param name="Difference">The first value that differs; null when only one session has it.</param>
/// <param name="Call">The call, when it is about one.</param>
public sealed record FirstDifference(
    FirstDifferenceKind Kind, long? EventBefore, long? EventAfter, string What, ValueDifference? Difference, ComparedCall? Call);
