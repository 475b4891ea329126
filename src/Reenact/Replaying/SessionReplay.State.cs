using Reenact.Events;
using Reenact.Sessions;

namespace Reenact;

/// <content>What replayed code says of itself.</content>
public sealed partial class SessionReplay
{
    /// <inheritdoc/>
    public override LinkEnd CurrentCall =>
        Ambient.Current is Replaying.ReplayContext { Call: { IsRecorded: true } call } ? new LinkEnd(this, call.Sequence) : default;

    private protected override CallContext RootContext => new Replaying.ReplayContext(this, script.Root);

    private protected override LinkEnd TakeSnapshot(CallContext place, string name, long? version, byte[] state) => default;

    private protected override LinkEnd TakeDecision(CallContext place, string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale) => default;

    private protected override void TakeLink(LinkEnd from, LinkEnd to, LinkRelation relation)
    {
        // The recording has its links.
    }
}
