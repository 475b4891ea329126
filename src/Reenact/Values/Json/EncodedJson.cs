using System.Buffers;
using System.Text.Json;
using MessagePack;
using Reenact.Events;

namespace Reenact.Values;

/// <summary>
/// JSON as the value that it is recorded as, encoded once to be written several times. It names blobs by their ids, and so belongs to one
/// session. Thread-safe.
/// </summary>
internal sealed class EncodedJson
{
    /// <summary>What the writer asks for before it writes: MessagePack is no longer than JSON, but for long numbers.</summary>
    private const int Room = 64;

    private readonly byte[] bytes;
    private readonly long content;
    private uint blob;
    private uint recorded;

    private EncodedJson(byte[] bytes, long content)
    {
        this.bytes = bytes;
        this.content = content;
    }

    /// <summary>The value.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Encodes one JSON value, to be written as deep in other values as the context is.</summary>
    /// <returns>Null where it can't be: <see cref="JsonToValue.Write"/> says why not.</returns>
    /// <exception cref="JsonException">It is not JSON, or holds text that is not UTF-8.</exception>
    public static EncodedJson? Create(ReadOnlySpan<byte> json, ValueWriteContext context)
    {
        var inside = context.Apart();
        var before = inside.WrittenContent;
        var buffer = new ArrayBufferWriter<byte>(json.Length + Room);
        var writer = new MessagePackWriter(buffer);
        try
        {
            JsonToValue.Write(ref writer, json, inside);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        writer.Flush();
        return new EncodedJson(buffer.WrittenSpan.ToArray(), Math.Max(0, inside.WrittenContent - before));
    }

    /// <summary>A value that was encoded as JSON would have been.</summary>
    /// <param name="value">The value.</param>
    /// <param name="content">How much long text and bytes it refers to, in bytes.</param>
    public static EncodedJson Of(ReadOnlySpan<byte> value, long content) => new(value.ToArray(), content);

    /// <summary>Writes the value.</summary>
    /// <exception cref="InvalidOperationException">The value that it is a part of holds too much.</exception>
    public void Write(ref MessagePackWriter writer, ValueWriteContext context)
    {
        context.NoteContent(content);
        context.EndContent();
        writer.WriteRaw(bytes);
    }

    /// <summary>Writes the value as a whole argument: a long one stands in a blob, and each time but the first it is only named.</summary>
    /// <exception cref="InvalidOperationException">The value holds too much.</exception>
    public void WriteArgument(ref MessagePackWriter writer, ValueWriteContext context)
    {
        if (context.KeepsInline || bytes.Length is < ValueLimits.BlobThreshold or > ValueLimits.BlobPart)
        {
            Write(ref writer, context);
            return;
        }

        if (blob == 0)
        {
            blob = context.Store(bytes);
            context.EndContent();
        }

        BlobReference.Write(ref writer, ValueExtensionType.ValueInBlob, [blob]);
    }

    /// <summary>On replay: the recording has this value as an argument of a call.</summary>
    /// <param name="arguments">The array of the arguments, as it is stored.</param>
    /// <param name="place">The argument's place, from 0.</param>
    public void NoteRecorded(ReadOnlySpan<byte> arguments, int place)
    {
        var cursor = new MessagePackCursor(arguments);
        if (!cursor.TryReadArrayHeader(out var count) || place >= count)
        {
            return;
        }

        for (; place > 0; place--)
        {
            if (!cursor.TrySkip(ValueLimits.Depth + 1))
            {
                return;
            }
        }

        if (cursor.TryReadExtension(out var type, out var ids) && type == ValueExtensionType.ValueInBlob)
        {
            var parts = new MessagePackCursor(ids);
            recorded = parts.TryReadUInt32(out var id) && parts.AtEnd ? id : 0;
        }
    }

    /// <summary>On replay: writes the value as the recording has it.</summary>
    /// <returns>False where that is not known, or is no blob.</returns>
    public bool TryWriteRecorded(ref MessagePackWriter writer)
    {
        if (recorded == 0)
        {
            return false;
        }

        BlobReference.Write(ref writer, ValueExtensionType.ValueInBlob, [recorded]);
        return true;
    }
}
