using System.Security.Cryptography;
using System.Text;
using MessagePack;

namespace Reenact.Format;

/// <summary>
/// The format's own dictionary, for recordings that name no other: what stands in nearly every recording of an agent. It is raw content for zstd, rarer parts
/// first. <c>docs/format-dictionary.bin</c> holds the same bytes. They belong to version 1 of the format and never change.
/// </summary>
internal static class FormatDictionary
{
    /// <summary>The dictionary.</summary>
    public static readonly byte[] Content = Make();

    /// <summary>Compresses with it.</summary>
    public static readonly Zstd Compression = new(Content);

    /// <summary>The SHA-256 of the dictionary, as the format's page has it.</summary>
    public static string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));

    private static byte[] Make()
    {
        var content = new MemoryStream();
        content.Write(Encoding.UTF8.GetBytes(DictionaryWords.English));
        content.Write(Encoding.UTF8.GetBytes(DictionaryPhrases.English));
        content.Write(Encoding.UTF8.GetBytes(DictionarySchema.Json));
        foreach (var part in DictionaryNames.InOrder)
            WriteText(content, part);
        foreach (var part in DictionaryFragments.InOrder)
            content.Write(Encoding.Latin1.GetBytes(part)); // One character, one byte.
        return content.ToArray();
    }

    /// <summary>Writes text as events have it, with the header of a MessagePack string.</summary>
    private static void WriteText(MemoryStream content, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> header = stackalloc byte[8];
        MessagePackPrimitives.TryWriteStringHeader(header, (uint)bytes.Length, out var length);
        content.Write(header[..length]);
        content.Write(bytes);
    }
}
