using System.Buffers;
using MessagePack;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Moves long text and bytes of values that a replay has encoded, where all content stands inline, into blobs of a recording. Thread-safe.</summary>
internal sealed class LongContent(IBlobSink target)
{
    /// <summary>Moves it; gives the same bytes where nothing is long.</summary>
    public ReadOnlyMemory<byte> Move(ReadOnlyMemory<byte> values)
    {
        if (values.Length < ValueLimits.BlobThreshold)
        {
            return values;
        }

        var buffer = new ArrayBufferWriter<byte>(values.Length);
        var writer = new MessagePackWriter(buffer);
        var reader = new MessagePackReader(values);
        var context = new ValueWriteContext(target);
        while (!reader.End)
        {
            Copy(ref reader, ref writer, context, mayMove: true);
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Copies a value; as deep as an encoder nests, and no deeper. Keys of maps stay where they are: names of members are always inline.</summary>
    private static void Copy(ref MessagePackReader reader, ref MessagePackWriter writer, ValueWriteContext context, bool mayMove)
    {
        var start = reader.Position;
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                for (; count > 0; count--)
                {
                    Copy(ref reader, ref writer, context, mayMove);
                }

                return;
            case MessagePackType.Map:
                var entries = reader.ReadMapHeader();
                writer.WriteMapHeader(entries);
                for (; entries > 0; entries--)
                {
                    Copy(ref reader, ref writer, context, mayMove: false);
                    Copy(ref reader, ref writer, context, mayMove);
                }

                return;
            case MessagePackType.String when reader.TryReadStringSpan(out var text) && mayMove && text.Length >= ValueLimits.BlobThreshold:
                BlobReference.Store(ref writer, ValueExtensionType.TextInBlob, text, context);
                return;
            case MessagePackType.Binary when mayMove && reader.ReadBytes() is { Length: >= ValueLimits.BlobThreshold } bytes:
                BlobReference.Store(ref writer, ValueExtensionType.BytesInBlob, bytes.FirstSpan, context);
                return;
            case MessagePackType.String or MessagePackType.Binary when !reader.Position.Equals(start):
                break; // Read above, and short.
            default:
                reader.Skip();
                break;
        }

        writer.WriteRaw(reader.Sequence.Slice(start, reader.Position));
    }
}
