namespace Reenact;

/// <summary>One place where a value differs from what was expected.</summary>
/// <param name="Path">Where it is, from the name of the whole value down: <c>request.passengers[1].dob</c>.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Expected">What was expected there, printed shortly and fit for a terminal; null when it was added.</param>
/// <param name="Actual">What is there, printed shortly and fit for a terminal; null when it was removed.</param>
/// <param name="Line">In text of several lines, the line of the first difference, from 1; else null.</param>
public sealed record ValueDifference(string Path, ValueDifferenceKind Kind, string? Expected, string? Actual, int? Line = null)
{
    /// <summary>
    /// In text of several lines, the lines that differ with two around them: <c>-</c> before those that were expected, <c>+</c> before those that are there;
    /// fit for a terminal. Null elsewhere.
    /// </summary>
    public string? Lines { get; init; }
}
