namespace Reenact.Sessions;

/// <summary>What a task with several exceptions failed with, on its way to a recording. Code that awaits the task gets the first.</summary>
internal sealed class SeveralFailures(IReadOnlyList<Exception> failures) : AggregateException(failures)
{
    /// <summary>What awaiting the task throws.</summary>
    public static Exception FirstOf(Exception exception) => exception is SeveralFailures several ? several.InnerExceptions[0] : exception;
}
