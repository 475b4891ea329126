using System.Buffers;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Writes and reads values that stand as short ASCII text.</summary>
internal static class TextForm
{
    public const int MaxLength = 64;

    public static void Write<T, TForm>(ref MessagePackWriter writer, T value)
        where TForm : ITextForm<T>
    {
        var buffer = writer.GetSpan(MaxLength + 2);
        var length = TForm.Format(value, buffer[1..]);
        if (length <= 31)
        {
            buffer[0] = (byte)(MessagePackCode.MinFixStr | length);
            writer.Advance(length + 1);
        }
        else
        {
            buffer.Slice(1, length).CopyTo(buffer[2..]);
            buffer[0] = MessagePackCode.Str8;
            buffer[1] = (byte)length;
            writer.Advance(length + 2);
        }
    }

    /// <summary>Reads a value, only from the very text that is written for it: a value has one form.</summary>
    public static T Read<T, TForm>(ref MessagePackReader reader)
        where TForm : ITextForm<T>
    {
        if (reader.NextMessagePackType != MessagePackType.String)
            throw UnexpectedValue.Error(ref reader, $"the text of a {typeof(T).Name}");

        if (!reader.TryReadStringSpan(out var text))
            text = ReadParts(ref reader);

        Span<byte> again = stackalloc byte[MaxLength];
        if (text.Length > MaxLength || !TForm.TryParse(text, out var value) || !text.SequenceEqual(again[..TForm.Format(value, again)]))
            throw new ValueFormatException($"Recorded text is not that of a {typeof(T).Name}: {TextEscape.Quote(text, MaxLength)}.");

        return value;
    }

    private static ReadOnlySpan<byte> ReadParts(scoped ref MessagePackReader reader)
    {
        var parts = reader.ReadStringSequence()!.Value;
        var start = parts.Slice(0, Math.Min(parts.Length, MaxLength + 1));
        return start.ToArray();
    }
}
