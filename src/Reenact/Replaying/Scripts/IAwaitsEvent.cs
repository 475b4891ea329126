using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>What the code awaits of a call that is served: its end, an item, a report of progress.</summary>
internal interface IAwaitsEvent
{
    /// <summary>Whether an event of the call is awaited. Every event but a report is the last one.</summary>
    bool Awaits(RecordedEvent happened);

    /// <summary>The turn of an awaited event has come: lets the code go on.</summary>
    void Release(RecordedEvent happened);
}
