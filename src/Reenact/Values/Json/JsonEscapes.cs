using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using MessagePack;

namespace Reenact.Values;

/// <summary>Writes JSON text that has escapes.</summary>
internal static class JsonEscapes
{
    public static void Write(ref MessagePackWriter writer, ref Utf8JsonReader reader, ValueWriteContext context)
    {
        var escaped = reader.ValueSpan;
        var buffer = ArrayPool<byte>.Shared.Rent(escaped.Length);
        try
        {
            if (TryCopy(ref reader, buffer, out var length))
                ValueText.WriteUtf8(ref writer, buffer.AsSpan(0, length), context);
            else
                ValueText.Write(ref writer, Unescape(escaped), context);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Fails for text with half a surrogate pair, which .NET's JSON reader refuses.</summary>
    private static bool TryCopy(ref Utf8JsonReader reader, byte[] target, out int length)
    {
        try
        {
            length = reader.CopyString(target);
            return true;
        }
        catch (InvalidOperationException)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>The reader has checked that each escape is whole.</summary>
    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        if (!Utf8.IsValid(escaped))
            throw new JsonException("JSON to be recorded holds text that is not valid UTF-8.");

        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf((byte)'\\') is var start and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..start]));
            var isUnit = escaped[start + 1] == 'u';
            text.Append(isUnit
                ? (char)ushort.Parse(escaped.Slice(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : Short(escaped[start + 1]));
            escaped = escaped[(start + (isUnit ? 6 : 2))..];
        }

        return text.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }

    private static char Short(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };
}
