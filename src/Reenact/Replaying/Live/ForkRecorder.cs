using Reenact.Events;
using Reenact.Sessions;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Records a replay: served calls with what they were served, the rest as it runs. Thread-safe.</summary>
internal sealed class ForkRecorder : IBlobSink
{
    private readonly BlobTranslation blobs;
    private readonly LongContent content;

    public ForkRecorder(SessionRecorder recorder, IBlobSource recorded, Pump pump)
    {
        Recorder = recorder;
        recorder.RunUnder(pump);
        blobs = new BlobTranslation(recorded, this);
        content = new LongContent(this);
        Session = new ForkedCall(this, parent: null, recorder.Root);
    }

    public SessionRecorder Recorder { get; }

    /// <summary>The session itself, in which all calls are.</summary>
    public ForkedCall Session { get; }

    /// <summary>Makes durable what was recorded so far, before anything runs that can't be taken back.</summary>
    public void MakeDurable() => Recorder.FlushAsync().GetAwaiter().GetResult();

    public uint Store(ReadOnlySpan<byte> content) => Recorder.StoreBlob(content);

    /// <summary>Values of the replay as values of the new recording.</summary>
    public ReadOnlySpan<byte> Translate(ReadOnlySpan<byte> values) => values.IsEmpty ? values : content.Move(values.ToArray()).Span;

    /// <inheritdoc cref="Translate(ReadOnlySpan{byte})"/>
    public ReadOnlySpan<byte> Translate(RecordedValue value) => value.IsAbsent ? [0xC0] : blobs.Translate(value.Bytes).Span;

    /// <summary>An array of values.</summary>
    public ReadOnlySpan<byte> Translate(IReadOnlyList<RecordedValue> values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var array = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new MessagePack.MessagePackWriter(array);
        writer.WriteArrayHeader(values.Count);
        foreach (var value in values)
        {
            writer.WriteRaw(Translate(value));
        }

        writer.Flush();
        return array.WrittenSpan;
    }
}
