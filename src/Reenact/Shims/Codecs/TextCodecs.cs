using System.ComponentModel;
using System.Text;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="string"/>: text, in a blob when it is long.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct StringCodec : IValueCodec<string>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, string? value, ValueWriteContext context) =>
        context.WriteText(ref writer, value);

    /// <inheritdoc/>
    public static string Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadText(ref reader)!;
}

/// <summary>Codec of <see cref="char"/>: text of one UTF-16 code unit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CharCodec : IValueCodec<char>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, char value, ValueWriteContext context) =>
        ValueText.Write(ref writer, [value], context);

    /// <inheritdoc/>
    public static char Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var text = context.ReadText(ref reader);
        return text is [var value] ? value : throw new ValueFormatException("A recorded character is not text of one UTF-16 code unit.");
    }
}

/// <summary>Codec of <see cref="Rune"/>: text of one character.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RuneCodec : IValueCodec<Rune>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Rune value, ValueWriteContext context)
    {
        Span<char> units = stackalloc char[2];
        ValueText.Write(ref writer, units[..value.EncodeToUtf16(units)], context);
    }

    /// <inheritdoc/>
    public static Rune Read(ref MessagePackReader reader, ValueReadContext context)
    {
        return context.ReadText(ref reader) is { Length: > 0 } text && Rune.TryGetRuneAt(text, 0, out var value) && value.Utf16SequenceLength == text.Length
            ? value
            : throw new ValueFormatException("A recorded character is not text of one Unicode scalar value.");
    }
}

/// <summary>Codec of <see cref="StringBuilder"/>: its text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct StringBuilderCodec : IValueCodec<StringBuilder>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, StringBuilder? value, ValueWriteContext context) =>
        context.WriteText(ref writer, value?.ToString());

    /// <inheritdoc/>
    public static StringBuilder Read(ref MessagePackReader reader, ValueReadContext context) =>
        context.ReadText(ref reader) is { } text ? new StringBuilder(text) : null!;
}
