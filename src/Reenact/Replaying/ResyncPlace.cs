namespace Reenact.Replaying;

/// <summary>How far a replay that collects divergences has come in the calls of one parent, once its code has departed from them.</summary>
internal sealed class ResyncPlace
{
    private const int MostGuesses = 16;

    private readonly List<(ScriptCall Call, Divergence Divergence)> guesses = [];

    /// <summary>Calls that are recorded before this event, and that the code has not made, were passed over.</summary>
    public long From { get; set; }

    /// <summary>Notes that a call with other arguments was taken for a recorded one; it may turn out that it was put in before it.</summary>
    public void AddGuess(ScriptCall call, Divergence divergence)
    {
        guesses.Add((call, divergence));
        if (guesses.Count > MostGuesses)
        {
            guesses.RemoveAt(0);
        }
    }

    /// <summary>Takes the first recorded call that another was taken for, and that the code makes only now.</summary>
    public (ScriptCall Call, Divergence Divergence)? TakeGuess(Func<ScriptCall, bool> isMade)
    {
        var at = guesses.FindIndex(guess => isMade(guess.Call));
        if (at < 0)
        {
            return null;
        }

        var guess = guesses[at];
        guesses.RemoveAt(at);
        return guess;
    }
}
