using Reenact.Sessions;

namespace Reenact.Replaying;

/// <content>Code that comes back from the thread pool, in a recording that knows its order.</content>
internal sealed partial class ReplayEngine
{
    private int resumptions;

    /// <inheritdoc/>
    public bool KnowsResumptions { get; }

    /// <inheritdoc/>
    /// <remarks>A real timer may be on the way: it is waited for nearly as long as for anything else. In a free recording it may as well never come.</remarks>
    public TimeSpan LongestAbsence => script.Exactness == Exactness.Exact ? Options.StuckTimeout * 0.6 : TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public bool TryPeekResumption(out PumpResumption next)
    {
        next = default;
        if (resumptions >= script.Resumptions.Count)
        {
            return false;
        }

        var resumed = script.Resumptions[resumptions];
        next = new PumpResumption(resumed.Flow, resumed.Continuations);
        lock (gate)
        {
            ReadToAwaited();
            return !script.Awaited.TryPeek(out var completion) || resumed.Sequence < completion;
        }
    }

    /// <inheritdoc/>
    public void TakeResumption()
    {
        resumptions++;
        Pump.NoteProgress();
    }
}
