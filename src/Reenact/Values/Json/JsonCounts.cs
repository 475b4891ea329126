using System.Buffers;
using System.Text.Json;

namespace Reenact.Values;

/// <summary>
/// How many elements each array and object of a JSON text has, in the order they open: MessagePack wants to know
/// before they are written.
/// </summary>
internal ref struct JsonCounts
{
    private int[] counts = ArrayPool<int>.Shared.Rent(64);
    private int opened;
    private int taken;

    /// <summary>Counts; the whole text is checked on the way.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">It is nested too deep.</exception>
    public JsonCounts(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        try
        {
            Count(new Utf8JsonReader(json, options));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The count of the next array or object that opens.</summary>
    public int Next() => counts[taken++];

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(counts);
        counts = [];
    }

    private void Count(Utf8JsonReader reader)
    {
        // Which count belongs to the container open at each depth, and whether it is an array.
        Span<int> open = stackalloc int[ValueLimits.Depth];
        var arrays = 0UL;
        var depth = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    depth--;
                    continue;

                case JsonTokenType.PropertyName:
                    counts[open[depth - 1]]++;
                    continue;
            }

            if (depth > 0 && ((arrays >> depth) & 1) != 0)
                counts[open[depth - 1]]++;

            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                continue;

            if (depth == ValueLimits.Depth)
                throw new InvalidOperationException($"JSON to be recorded is nested deeper than {ValueLimits.Depth} levels.");

            open[depth++] = Open();
            arrays = reader.TokenType == JsonTokenType.StartArray ? arrays | (1UL << depth) : arrays & ~(1UL << depth);
        }
    }

    private int Open()
    {
        if (opened == counts.Length)
        {
            var more = ArrayPool<int>.Shared.Rent(counts.Length * 2);
            counts.CopyTo(more, 0);
            ArrayPool<int>.Shared.Return(counts);
            counts = more;
        }

        counts[opened] = 0;
        return opened++;
    }
}
