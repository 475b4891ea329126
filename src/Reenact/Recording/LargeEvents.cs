using System.Buffers;
using MessagePack;
using Reenact.Sessions;
using Reenact.Values;

namespace Reenact.Recorders;

/// <summary>
/// Keeps events small enough for a block: the value at a place in a larger event moves into blobs, and an extension of type
/// <see cref="ValueExtensionType.ValueInBlob"/> takes its place.
/// </summary>
internal static class LargeEvents
{
    /// <summary>The largest event, in bytes, that stays as it is.</summary>
    public const int Largest = 4 << 20;

    /// <summary>Moves the element at a place of the event, which is its last but for small ones, when the event is too large.</summary>
    public static void Shrink(EventEncoder encoder, int place)
    {
        if (encoder.Written.Length > Largest)
        {
            Move(encoder, place);
        }
    }

    private static void Move(EventEncoder encoder, int place)
    {
        var whole = encoder.Written.ToArray();
        var reader = new MessagePackReader(whole);
        reader.ReadArrayHeader();
        for (var i = 0; i < place; i++)
        {
            reader.Skip();
        }

        var start = (int)reader.Consumed;
        reader.Skip();
        var end = (int)reader.Consumed;

        var ids = new ArrayBufferWriter<byte>();
        var idWriter = new MessagePackWriter(ids);
        for (var at = start; at < end; at += ValueLimits.BlobPart)
        {
            idWriter.Write(encoder.Store(whole.AsSpan(at, Math.Min(ValueLimits.BlobPart, end - at))));
        }

        idWriter.Flush();
        encoder.ReplaceFrom(start, default);
        var writer = encoder.Writer();
        writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.ValueInBlob, new ReadOnlySequence<byte>(ids.WrittenMemory)));
        writer.WriteRaw(whole.AsSpan(end));
        writer.Flush();
    }
}
