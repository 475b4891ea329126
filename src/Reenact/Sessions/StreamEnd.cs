using Reenact.Events;

namespace Reenact.Sessions;

/// <summary>How the enumeration of a stream ended.</summary>
/// <param name="Ending">How.</param>
/// <param name="Failure">What it, or its disposal, failed with; null when nothing did.</param>
/// <param name="Completion">When: a stream that did not fail is complete at the return, <see cref="FailureCompletion.Thrown"/>, or later.</param>
internal readonly record struct StreamEnd(StreamEnding Ending, Exception? Failure, FailureCompletion Completion)
{
    /// <summary>Whether it had ended when the consumer's request returned.</summary>
    public ResultCompletion Known => Completion == FailureCompletion.Later ? ResultCompletion.Later : ResultCompletion.AtReturn;
}
