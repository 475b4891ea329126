using MessagePack;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>The different texts of a recording, numbered. Not thread-safe.</summary>
internal sealed class TextTable
{
    /// <summary>How many characters are kept of all texts: about 16 MB.</summary>
    public const int MaxCharacters = 1 << 23;

    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<uint, int> blobs = [];
    private int characters;

    /// <summary>Whether texts were left out because there were too many.</summary>
    public bool WasShort { get; private set; }

    public string this[int number] => texts[number];

    /// <summary>The number of the next value, which is text.</summary>
    /// <returns>−1 for text that is too much, or damaged.</returns>
    public int Read(ref MessagePackReader reader, IBlobSource source)
    {
        uint blob = 0;
        if (reader.NextMessagePackType == MessagePackType.Extension)
        {
            var extension = reader.CreatePeekReader().ReadExtensionFormat();
            var part = new MessagePackReader(extension.Data);
            if (extension.TypeCode == ValueExtensionType.TextInBlob)
            {
                blob = part.ReadUInt32();
                if (part.End && blobs.TryGetValue(blob, out var known))
                {
                    reader.Skip();
                    return known;
                }

                blob = part.End ? blob : 0;
            }
        }

        var start = new EncodedValue(SliceOf(ref reader), source);
        var text = TextStart.Of(start, MaxCharacters - characters, out var isCut);
        WasShort |= isCut;
        var number = text is null || isCut ? -1 : NumberOf(text);
        if (blob != 0)
        {
            blobs.TryAdd(blob, number);
        }

        return number;
    }

    private static ReadOnlyMemory<byte> SliceOf(ref MessagePackReader reader)
    {
        var start = reader.Position;
        reader.Skip();
        var slice = reader.Sequence.Slice(start, reader.Position);
        return slice.IsSingleSegment ? slice.First : System.Buffers.BuffersExtensions.ToArray(slice);
    }

    private int NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out var number))
        {
            number = texts.Count;
            texts.Add(text);
            numbers.Add(text, number);
            characters += text.Length;
        }

        return number;
    }
}
