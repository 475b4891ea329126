using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What differs because a live or overridden call ended otherwise than recorded: no divergence, but listed.</content>
internal sealed partial class DivergenceLog
{
    private readonly List<Divergence> consequences = [];
    private volatile bool hasChanged;
    private bool? isConsequence;

    /// <summary>Whether something differs on purpose by now, so that what follows from it is no divergence.</summary>
    public bool HasChanged
    {
        get => hasChanged;
        set => hasChanged = value;
    }

    /// <summary>What followed from what differs on purpose, in order, at most 1,000.</summary>
    public IReadOnlyList<Divergence> Consequences
    {
        get
        {
            lock (gate)
            {
                return [.. consequences];
            }
        }
    }

    /// <summary>Whether the code goes on after a difference of a kind: where divergences are collected, and where it is a consequence.</summary>
    public bool Tolerates(DivergenceKind kind) => collects || IsConsequence(kind);

    /// <summary>Adds a consequence, of whichever kind.</summary>
    public void AddConsequence(
        DivergenceKind kind,
        string message,
        ScriptCall inside,
        RecordedEvent? at = null,
        string? expected = null,
        string? actual = null,
        IReadOnlyList<ValueDifference>? differences = null)
    {
        lock (gate)
        {
            isConsequence = true;
            Add(kind, message, ConsequenceRemedy, inside, at, expected, actual, differences);
            isConsequence = null;
        }
    }

    /// <summary>Adds a divergence also where its kind would be a consequence: the recording can't serve what the code asks for.</summary>
    public ReplayDivergenceException AddUnservable(
        DivergenceKind kind, string message, string remedy, ScriptCall? inside, RecordedEvent? at = null, string? expected = null, string? actual = null)
    {
        lock (gate)
        {
            isConsequence = false;
            var divergence = Add(kind, message, remedy, inside, at, expected, actual);
            isConsequence = null;
            return divergence;
        }
    }

    private const string ConsequenceRemedy = "Nothing: it follows from a call that the plan made live, or gave another result, or comes behind the fork.";

    /// <summary>Whether a difference of a kind, now, follows from what was changed on purpose.</summary>
    private bool IsConsequence(DivergenceKind kind) =>
        hasChanged && kind is DivergenceKind.OutputDiffers or DivergenceKind.CallMissing or DivergenceKind.StreamReadDiffers;

    private void Keep(Divergence divergence)
    {
        if (!(isConsequence ?? IsConsequence(divergence.Kind)))
        {
            if (divergences.Count < MostCollected)
            {
                divergences.Add(divergence);
                isEnough = divergences.Count >= (collects ? MostCollected : 1);
            }
        }
        else if (consequences.Count < MostCollected)
        {
            consequences.Add(divergence with { Remedy = ConsequenceRemedy });
        }
    }
}
