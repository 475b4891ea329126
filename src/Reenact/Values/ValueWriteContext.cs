using MessagePack;
using Reenact.Protection;
using Reenact.Values;

namespace Reenact;

/// <summary>What codecs need beside the writer: it stores long text and bytes as blobs and limits nesting. Not thread-safe.</summary>
public sealed class ValueWriteContext
{
    private readonly IBlobSink blobs;
    private int depth;
    private long content;
    private DeepReferences? references;

    internal ValueWriteContext(IBlobSink blobs) => this.blobs = blobs;

    /// <summary>Writes text: inline when it is shorter than 256 UTF-8 bytes, else as a blob stored once per recording. Null is nil.</summary>
    /// <exception cref="InvalidOperationException">The value holds more than 256 MiB of text and bytes.</exception>
    public void WriteText(ref MessagePackWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        ValueText.Write(ref writer, value, this);
    }

    /// <summary>Writes bytes: inline when there are fewer than 256, else as a blob stored once per recording.</summary>
    /// <exception cref="InvalidOperationException">The value holds more than 256 MiB of text and bytes.</exception>
    public void WriteBytes(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> value) => ValueBytes.Write(ref writer, value, this);

    /// <summary>Enters an object or a collection; <see cref="Leave"/> leaves it.</summary>
    /// <exception cref="InvalidOperationException">The value is nested deeper than 60 levels, most often by a reference cycle.</exception>
    public void Enter()
    {
        if (++depth > ValueLimits.Depth)
        {
            Reset();
            throw new InvalidOperationException(
                $"A recorded value is nested deeper than {ValueLimits.Depth} levels, most often because it refers to itself. " +
                "Break the cycle, or leave the member out with [IgnoreRecorded].");
        }
    }

    /// <summary>Leaves what <see cref="Enter()"/> entered.</summary>
    public void Leave()
    {
        if (--depth == 0)
            Reset();
    }

    /// <summary>Enters an object, or a collection, whose header comes next.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="value">The object; null for a collection or a value type.</param>
    /// <exception cref="InvalidOperationException">The value is nested deeper than 60 levels; the message says by what path.</exception>
    internal void Enter(ref MessagePackWriter writer, object? value)
    {
        if (++depth > ValueLimits.NotedDepth)
            NoteDeep(ref writer, value);
    }

    /// <summary>Notes an object that is recorded as another one, which comes next.</summary>
    internal void Note(ref MessagePackWriter writer, object value)
    {
        if (depth >= ValueLimits.NotedDepth)
            Note(ref writer, (depth * 2) + 1, value);
    }

    /// <summary>Goes on where another context is, for a part of its value that is encoded elsewhere first.</summary>
    internal void Continue(ValueWriteContext outer)
    {
        depth = outer.depth;
        content = outer.content;
        references = outer.references;
        Redaction = outer.Redaction;
        HashesOnly = outer.HashesOnly;
    }

    /// <summary>A context for a part that is encoded elsewhere first, and as deep as this one is; when that fails, this one goes on as it was.</summary>
    internal ValueWriteContext Apart() =>
        new(blobs) { depth = depth, content = content, KeepsInline = KeepsInline, Redaction = Redaction, HashesOnly = HashesOnly };

    /// <summary>A context for a sensitive value on its own, of which nothing may get into blobs.</summary>
    internal ValueWriteContext InClear(bool hashesOnly) =>
        new(blobs) { depth = depth, content = content, KeepsInline = true, Redaction = Redaction, HashesOnly = HashesOnly || hashesOnly };

    /// <summary>How much long text and bytes was counted of the value, in bytes.</summary>
    internal long WrittenContent => content;

    /// <summary>Starts afresh after a codec threw half-way.</summary>
    internal void Reset()
    {
        depth = 0;
        content = 0;
        references = null;
    }

    /// <summary>Stores one part of a text or of bytes.</summary>
    /// <exception cref="InvalidOperationException">The value holds too much; readers would refuse it.</exception>
    internal uint Store(ReadOnlySpan<byte> part)
    {
        NoteContent(part.Length);
        return blobs.Store(part);
    }

    /// <summary>Whether long text and bytes are written inline, too, because what is written is compared and not kept.</summary>
    internal bool KeepsInline { get; set; }

    /// <summary>What takes the place of sensitive values.</summary>
    internal Redaction Redaction { get; set; } = Redaction.None;

    /// <summary>Whether what would be encrypted for a role is only hashed, because the bytes must be the same for the same value.</summary>
    internal bool HashesOnly { get; private set; }

    /// <summary>Counts text or bytes that are long.</summary>
    /// <exception cref="InvalidOperationException">The value holds too much; readers would refuse it.</exception>
    internal void NoteContent(long length)
    {
        if ((content += length) > ValueLimits.Content)
        {
            Reset();
            throw new InvalidOperationException(
                $"A recorded value holds more than {ValueLimits.Content >> 20} MiB of text and bytes. " +
                "Leave the parameter or member out with [IgnoreRecorded], or pass a reference to the content instead.");
        }
    }

    /// <summary>Ends a text or bytes that were stored in parts.</summary>
    internal void EndContent()
    {
        if (depth == 0)
            content = 0;
    }

    private void NoteDeep(ref MessagePackWriter writer, object? value)
    {
        Note(ref writer, depth * 2, value);
        if (depth > ValueLimits.Depth)
        {
            var error = references!.TooDeep(blobs as IValueDraft);
            Reset();
            throw error;
        }
    }

    private void Note(ref MessagePackWriter writer, int rank, object? value)
    {
        writer.Flush(); // Only what is flushed can be read back.
        (references ??= new DeepReferences()).Add(rank, value, (blobs as IValueDraft)?.Length ?? 0);
    }
}
