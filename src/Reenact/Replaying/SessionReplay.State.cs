using Reenact.Events;
using Reenact.Replaying;
using Reenact.Sessions;

namespace Reenact;

/// <content>What replayed code says of itself: compared with what it said, and recorded where the replay is.</content>
public sealed partial class SessionReplay
{
    private ReplayContext? rootContext;

    /// <inheritdoc/>
    public override LinkEnd CurrentCall
    {
        get
        {
            var forked = ForkedAt(Ambient.Current)?.Start().Event ?? -1;
            return Ambient.Current is ReplayContext { Call: { IsRecorded: true } call } ? new LinkEnd(this, call.Sequence, forked)
                : forked >= 0 ? new LinkEnd(this, -1, forked)
                : default;
        }
    }

    private protected override CallContext RootContext => rootContext ??= new ReplayContext(this, script.Root);

    private protected override LinkEnd TakeSnapshot(CallContext place, string name, long? version, byte[] state)
    {
        if (ended)
        {
            return default;
        }

        name = engine.Scrubber?.Scrub(name) ?? name;
        state = Scrub(state).ToArray();
        var recorded = place is ReplayContext { Call: var inside } ? engine.CheckSnapshot(inside, name, state) : null;
        return EndOf(recorded, ForkedAt(place)?.Snapshot(name, version, state));
    }

    private protected override LinkEnd TakeDecision(CallContext place, string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale)
    {
        if (ended)
        {
            return default;
        }

        name = engine.Scrubber?.Scrub(name) ?? name;
        chosen = Scrub(chosen);
        alternatives = Scrub(alternatives);
        rationale = rationale is null ? null : engine.Scrubber?.Scrub(rationale) ?? rationale;
        var recorded = place is ReplayContext { Call: var inside } ? engine.CheckDecision(inside, name, chosen) : null;
        return EndOf(recorded, ForkedAt(place)?.Decide(name, chosen, alternatives, rationale));
    }

    private protected override void TakeLink(LinkEnd from, LinkEnd to, LinkRelation relation)
    {
        // The recording has its links; one of this replay gets those that are made now.
        if (fork is { Recorder: var recorder } && ForkedAt(Ambient.Current) is { } forked
            && from.CopyIn(recorder) is { IsNothing: false } copiedFrom && to.CopyIn(recorder) is { IsNothing: false } copiedTo)
        {
            forked.Link(copiedFrom, copiedTo, relation);
        }
    }

    private LinkEnd EndOf(RecordedEvent? recorded, LinkEnd? copied) =>
        recorded is null && copied?.Event is null ? default : new LinkEnd(this, recorded?.Sequence ?? -1, copied?.Event ?? -1);

    /// <summary>Where the replay is recorded, for code that runs somewhere; null where it is not.</summary>
    private ForkedCall? ForkedAt(CallContext? place) => place switch
    {
        _ when fork is null => null,
        ReplayContext replayed => replayed.Call.Forked,
        LiveContext live => live.Forked,
        _ => null,
    };
}
