namespace Reenact.Cli;

/// <summary>Opens the recording that a command is about.</summary>
internal static class RecordingInput
{
    /// <summary>Opens a recording so that reading it goes on after damage.</summary>
    /// <exception cref="UnreadableInputException">It can't be opened.</exception>
    public static Recording Open(string path)
    {
        try
        {
            return Recording.Open(path, OnDamage.Skip);
        }
        catch (RecordingException exception)
        {
            throw new UnreadableInputException(exception.Message, exception)
            {
                IsDamage = exception.Kind is RecordingErrorKind.Damaged or RecordingErrorKind.Cut,
            };
        }
    }
}
