using System.ComponentModel;
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
