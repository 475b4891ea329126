using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>One of the recordings of a comparison, read. Not thread-safe.</summary>
internal sealed class ComparedSide
{
    private readonly SharedBlobs.Side blobs;
    private readonly Dictionary<string, int> methods;
    private readonly ArrayBufferWriter<byte> scratch = new();

    /// <summary>Reads a recording: its calls as a tree, and once all its events.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="blobs">The blobs of both.</param>
    /// <param name="methods">The methods of both, numbered.</param>
    /// <exception cref="RecordingException">It is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public ComparedSide(Recording recording, SharedBlobs blobs, Dictionary<string, int> methods)
    {
        Recording = recording;
        this.blobs = blobs.AddSide();
        this.methods = methods;
        Calls = recording.Calls;
        foreach (var happened in recording.ReadEvents())
        {
            switch (happened)
            {
                case BlobEvent blob:
                    this.blobs.Add(blob);
                    break;
                case SessionStartedEvent start:
                    Start ??= start;
                    break;
                case SessionEndedEvent end:
                    End ??= end;
                    break;
                case DecisionEvent decision:
                    Decisions.Add(decision);
                    break;
                case EnvironmentEvent environment:
                    Environment.Add(environment);
                    break;
                case ValueCapturedEvent { Span: 0 } captured:
                    Captured.Add(captured);
                    break;
            }
        }
    }

    public Recording Recording { get; }

    public IReadOnlyList<RecordedSpan> Calls { get; }

    public SessionStartedEvent? Start { get; }

    public SessionEndedEvent? End { get; }

    public List<DecisionEvent> Decisions { get; } = [];

    public List<EnvironmentEvent> Environment { get; } = [];

    /// <summary>What was captured outside of all calls.</summary>
    public List<RecordedEvent> Captured { get; } = [];

    /// <summary>A value whose bytes are the same when it is stored the same in both recordings.</summary>
    /// <param name="value">A value that is not absent.</param>
    public EncodedValue Translate(RecordedValue value) => blobs.Translate(value);

    /// <summary>The method and the arguments of a call, as far as they are compared.</summary>
    public CallDigest Digest(RecordedSpan call)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(methods, call.Method.Name, out var isKnown);
        number = isKnown ? number : methods.Count;
        var sketch = new FeatureSketch();
        scratch.ResetWrittenCount();
        scratch.Write(Encoding.UTF8.GetBytes(call.Method.Name));
        scratch.Write("\0"u8);
        for (var index = 0; index < call.Arguments.Count; index++)
        {
            if (!IsIgnored(call.Method, index) && !call.Arguments[index].IsAbsent)
            {
                scratch.Write(blobs.Translate(call.Arguments[index], sketch).Bytes.Span);
            }
        }

        return new CallDigest(number, ContentHash.Of(scratch.WrittenSpan), sketch.ToArray());
    }

    /// <summary>The name and the choice of a decision.</summary>
    public ContentHash Digest(DecisionEvent decision)
    {
        scratch.ResetWrittenCount();
        scratch.Write(Encoding.UTF8.GetBytes(decision.Name));
        scratch.Write("\0"u8);
        if (!decision.Chosen.IsAbsent)
        {
            scratch.Write(Translate(decision.Chosen).Bytes.Span);
        }

        return ContentHash.Of(scratch.WrittenSpan);
    }

    public static bool IsIgnored(MethodDefinition method, int parameter) => parameter < 64 && (method.IgnoredInMatch & (1UL << parameter)) != 0;
}
