using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>Something to do when the turn of a recorded event that was read has come.</summary>
internal sealed class AwaitedAction(Action release) : IAwaitsEvent
{
    bool IAwaitsEvent.Awaits(RecordedEvent happened) => true;

    void IAwaitsEvent.Release(RecordedEvent happened) => release();
}
