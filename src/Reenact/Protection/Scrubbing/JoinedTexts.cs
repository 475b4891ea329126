using System.Buffers;
using System.Text;
using MessagePack;

namespace Reenact.Protection;

/// <summary>
/// Texts that are pieces of one: those at the same place of a stream's items, or of an array's elements. A secret that two of them share is found
/// in them joined. What takes its place stands whole in the piece where it begins, and the pieces behind lose their part of it.
/// </summary>
internal sealed class JoinedTexts
{
    private readonly Dictionary<string, List<Piece>> places = new(StringComparer.Ordinal);
    private readonly List<ReadOnlyMemory<byte>> values = [];

    /// <summary>How many characters of text were added.</summary>
    public long Length { get; private set; }

    /// <summary>How many of them at each place.</summary>
    public (string Place, long Length)[] Lengths => [.. places.Select(static place => (place.Key, place.Value.Sum(static piece => (long)piece.Text.Length)))];

    /// <summary>Searches the elements of each array together.</summary>
    public static ReadOnlyMemory<byte> InArrays(Scrubber scrubber, ReadOnlyMemory<byte> encoded)
    {
        var buffer = new ArrayBufferWriter<byte>(encoded.Length + 64);
        var writer = new MessagePackWriter(buffer);
        var reader = new MessagePackReader(encoded);
        while (!reader.End)
        {
            CopyJoined(scrubber, encoded, ref reader, ref writer);
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Adds what comes next: an item, or an element.</summary>
    public void Add(ReadOnlyMemory<byte> value)
    {
        var reader = new MessagePackReader(value);
        while (!reader.End)
        {
            Collect(ref reader, "", values.Count);
        }

        values.Add(value);
    }

    /// <summary>The values, in order, without the secrets that several of them share.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Scrubbed(Scrubber scrubber)
    {
        var changed = false;
        foreach (var pieces in places.Values.Where(static pieces => pieces.Count > 1))
        {
            changed |= Scrub(scrubber, pieces);
        }

        if (!changed)
        {
            return values;
        }

        var next = places.ToDictionary(static place => place.Key, static place => new Queue<Piece>(place.Value));
        return [.. values.Select(value => Rewrite(value, next))];
    }

    /// <summary>Puts what takes the place of a shared secret into the piece where it begins.</summary>
    private static bool Scrub(Scrubber scrubber, List<Piece> pieces)
    {
        var joined = string.Concat(pieces.Select(static piece => piece.Text));
        var scrubbed = scrubber.Scrub(joined);
        if (joined == scrubbed)
        {
            return false;
        }

        var start = joined.AsSpan().CommonPrefixLength(scrubbed);
        var kept = 0;
        while (kept < Math.Min(joined.Length, scrubbed.Length) - start && joined[^(kept + 1)] == scrubbed[^(kept + 1)])
        {
            kept++;
        }

        var end = joined.Length - kept;
        var replacement = scrubbed[start..^kept];
        var at = 0;
        var isPlaced = false;
        foreach (var piece in pieces)
        {
            var (from, to) = (at, at + piece.Text.Length);
            at = to;
            var before = piece.Text[..Math.Clamp(start - from, 0, piece.Text.Length)];
            var behind = piece.Text[Math.Clamp(end - from, 0, piece.Text.Length)..];
            if (end > start ? to > start && from < end : to >= start && !isPlaced)
            {
                piece.Text = before + (isPlaced ? "" : replacement) + behind;
                isPlaced = true;
            }
        }

        return true;
    }

    private static void CopyJoined(Scrubber scrubber, ReadOnlyMemory<byte> whole, ref MessagePackReader reader, ref MessagePackWriter writer)
    {
        var start = reader.Consumed;
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                var elements = new JoinedTexts();
                for (; count > 0; count--)
                {
                    var inner = new ArrayBufferWriter<byte>();
                    var element = new MessagePackWriter(inner);
                    CopyJoined(scrubber, whole, ref reader, ref element);
                    element.Flush();
                    elements.Add(inner.WrittenMemory);
                }

                foreach (var element in elements.Scrubbed(scrubber))
                {
                    writer.WriteRaw(element.Span);
                }

                break;
            case MessagePackType.Map:
                var entries = reader.ReadMapHeader();
                writer.WriteMapHeader(entries);
                for (; entries > 0; entries--)
                {
                    var key = (int)reader.Consumed;
                    reader.Skip();
                    writer.WriteRaw(whole.Span[key..(int)reader.Consumed]);
                    CopyJoined(scrubber, whole, ref reader, ref writer);
                }

                break;
            default:
                reader.Skip();
                writer.WriteRaw(whole.Span[(int)start..(int)reader.Consumed]);
                break;
        }
    }

    private void Collect(ref MessagePackReader reader, string place, int value)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                for (var i = 0; i < count; i++)
                {
                    Collect(ref reader, $"{place}[{i}]", value);
                }

                break;
            case MessagePackType.Map:
                for (var entries = reader.ReadMapHeader(); entries > 0; entries--)
                {
                    Collect(ref reader, $"{place}.{ReadName(ref reader)}", value);
                }

                break;
            case MessagePackType.String:
                var text = Encoding.UTF8.GetString(reader.ReadStringSequence()!.Value);
                Length += text.Length;
                if (!places.TryGetValue(place, out var pieces))
                {
                    places.Add(place, pieces = []);
                }

                pieces.Add(new Piece { Text = text });
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> value, Dictionary<string, Queue<Piece>> next)
    {
        var buffer = new ArrayBufferWriter<byte>(value.Length + 64);
        var writer = new MessagePackWriter(buffer);
        var reader = new MessagePackReader(value);
        while (!reader.End)
        {
            Rewrite(value, ref reader, ref writer, "", next);
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Rewrite(ReadOnlyMemory<byte> whole, ref MessagePackReader reader, ref MessagePackWriter writer, string place, Dictionary<string, Queue<Piece>> next)
    {
        var start = (int)reader.Consumed;
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                for (var i = 0; i < count; i++)
                {
                    Rewrite(whole, ref reader, ref writer, $"{place}[{i}]", next);
                }

                break;
            case MessagePackType.Map:
                var entries = reader.ReadMapHeader();
                writer.WriteMapHeader(entries);
                for (; entries > 0; entries--)
                {
                    var key = (int)reader.Consumed;
                    var name = ReadName(ref reader);
                    writer.WriteRaw(whole.Span[key..(int)reader.Consumed]);
                    Rewrite(whole, ref reader, ref writer, $"{place}.{name}", next);
                }

                break;
            case MessagePackType.String:
                reader.Skip();
                writer.Write(next[place].Dequeue().Text);
                break;
            default:
                reader.Skip();
                writer.WriteRaw(whole.Span[start..(int)reader.Consumed]);
                break;
        }
    }

    /// <summary>The name of a member; of a key that is no text, its bytes.</summary>
    private static string ReadName(ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType == MessagePackType.String)
        {
            return Encoding.UTF8.GetString(reader.ReadStringSequence()!.Value);
        }

        var start = reader.Position;
        reader.Skip();
        return Convert.ToHexString(reader.Sequence.Slice(start, reader.Position).ToArray());
    }

    private sealed class Piece
    {
        public required string Text { get; set; }
    }
}
