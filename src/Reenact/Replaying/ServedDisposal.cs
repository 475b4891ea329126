using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>The disposal of a recorded stream that took its time.</summary>
internal sealed class ServedDisposal(ReplayEngine engine, CancellationToken cancellationToken) : TaskCompletionSource, IAwaitsEvent
{
    bool IAwaitsEvent.Awaits(RecordedEvent happened) => true;

    void IAwaitsEvent.Release(RecordedEvent happened)
    {
        if (happened is CallFailedEvent failed)
        {
            SetException(engine.MakeException(failed, cancellationToken));
        }
        else
        {
            SetResult();
        }
    }
}
