namespace Reenact.Cli;

/// <summary>The input can't be read; the message says why and what to do.</summary>
internal sealed class UnreadableInputException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether the input is a recording, so damaged that nothing of it can be read.</summary>
    public bool IsDamage { get; init; }
}
