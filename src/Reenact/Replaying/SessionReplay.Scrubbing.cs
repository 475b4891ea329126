using Reenact.Protection;
using Reenact.Sessions;
using Reenact.Values;

namespace Reenact;

/// <content>Replays whose text is scrubbed as it was when the session was recorded, before it is compared.</content>
public sealed partial class SessionReplay
{
    private readonly Scrubber? scrubber;

    /// <summary>Takes secrets out of what was encoded, and out of out and ref values.</summary>
    private void Scrub(EventEncoder encoder, bool joinsElements = false)
    {
        if (scrubber is null)
        {
            return;
        }

        ScrubOutputs(encoder);
        encoder.ReplaceFrom(0, Scrub(encoder.Written.ToArray(), joinsElements).Span);
    }

    /// <summary>Takes secrets out of the out and ref values of a call whose result may have failed half-way.</summary>
    private void ScrubOutputs(EventEncoder encoder)
    {
        if (scrubber is not null && !encoder.Outputs.IsEmpty)
        {
            encoder.ReplaceOutputs(Scrub(encoder.Outputs.ToArray()).Span);
        }
    }

    /// <summary>Takes secrets out of values, which stay inline.</summary>
    private ReadOnlyMemory<byte> Scrub(ReadOnlyMemory<byte> values, bool joinsElements = false) =>
        scrubber is null ? values : scrubber.Values(values, new ValueWriteContext(NoBlobSink.Instance) { KeepsInline = true }, joinsElements);

    /// <summary>What stays inline is stored nowhere.</summary>
    private sealed class NoBlobSink : IBlobSink
    {
        public static readonly NoBlobSink Instance = new();

        public uint Store(ReadOnlySpan<byte> content) => throw new InvalidOperationException("What a replay compares stays inline.");
    }
}
