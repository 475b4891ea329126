using System.Buffers;
using Reenact.Values;

namespace Reenact.Events;

/// <summary>Whole values, or lists of them, that were too large for an event and stand in blobs.</summary>
internal static class ValueInBlob
{
    /// <summary>The value itself, wherever it is stored.</summary>
    /// <exception cref="ValueFormatException">A blob is missing, or the blobs hold something else than one value.</exception>
    public static ReadOnlyMemory<byte> Resolve(ReadOnlyMemory<byte> element, IBlobSource blobs) => MightBe(element.Span[0]) ? Resolve(element, new ValueReadContext(blobs)) : element;

    /// <summary>The value itself, as part of what is read with the context.</summary>
    /// <exception cref="ValueFormatException">A blob is missing, the blobs hold something else than one value, or it is too much.</exception>
    public static ReadOnlyMemory<byte> Resolve(ReadOnlyMemory<byte> element, ValueReadContext context)
    {
        if (!MightBe(element.Span[0]))
            return element;

        var cursor = new MessagePackCursor(element.Span);
        if (!cursor.TryReadExtension(out var type, out var ids) || type != ValueExtensionType.ValueInBlob)
            return element;

        var content = BlobReference.Load(new ReadOnlySequence<byte>(element[^ids.Length..]), context);
        var value = new MessagePackCursor(content.Span);
        if (!value.TrySkip(ValueLimits.Depth + 1) || !value.AtEnd)
            throw new ValueFormatException("a value of it that stands in blobs is not one whole MessagePack value");
        return content;
    }

    /// <summary>Whether an element that begins so is an extension, as those are.</summary>
    public static bool MightBe(byte code) => code is (>= 0xC7 and <= 0xC9) or (>= 0xD4 and <= 0xD8);
}
