using System.Buffers;
using System.Text.Unicode;

namespace Reenact.Values;

/// <summary>Writes text as JSON strings. Only what JSON demands is escaped: a program reads this.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (byte)code), (byte)'"', (byte)'\\']);

    public static void Write(ref BufferedBytes json, scoped ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            throw new ValueFormatException("Recorded text is not valid UTF-8; the recording is damaged or forged.");

        json.Write((byte)'"');
        while (utf8.IndexOfAny(Special) is var index and >= 0)
        {
            json.Write(utf8[..index]);
            Escape(ref json, (char)utf8[index]);
            utf8 = utf8[(index + 1)..];
        }

        json.Write(utf8);
        json.Write((byte)'"');
    }

    /// <summary>Writes text that is not valid UTF-16, in ASCII.</summary>
    public static void Write(ref BufferedBytes json, string text)
    {
        json.Write((byte)'"');
        foreach (var unit in text)
        {
            if (unit is >= ' ' and <= '~' and not ('"' or '\\'))
                json.Write((byte)unit);
            else
                Escape(ref json, unit);
        }

        json.Write((byte)'"');
    }

    private static void Escape(ref BufferedBytes json, char unit)
    {
        switch (unit)
        {
            case '"':
                json.Write("\\\""u8);
                break;
            case '\\':
                json.Write("\\\\"u8);
                break;
            case '\n':
                json.Write("\\n"u8);
                break;
            case '\r':
                json.Write("\\r"u8);
                break;
            case '\t':
                json.Write("\\t"u8);
                break;
            default:
                var target = json.Reserve(6);
                "\\u"u8.CopyTo(target);
                ((int)unit).TryFormat(target[2..], out _, "x4");
                json.Advance(6);
                break;
        }
    }
}
