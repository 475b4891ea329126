using System.Text;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>The tokens that one answer of a model took, as it reported them.</summary>
/// <param name="Model">The model; null when it did not say.</param>
/// <param name="Input">Tokens that it read.</param>
/// <param name="Output">Tokens that it wrote.</param>
/// <param name="Cached">Tokens among those read that came from a cache.</param>
internal readonly record struct ModelUsage(string? Model, long Input, long Output, long Cached)
{
    private const int LongestName = 1024;

    /// <summary>Reads them from an answer; null when it doesn't tell.</summary>
    public static ModelUsage? Of(RecordedValue result)
    {
        if (result.IsNil)
        {
            return null;
        }

        var value = new EncodedValue(result.Bytes, result.Blobs);
        if (EncodedMembers.Find(value, "usage") is not { } usage)
        {
            return null;
        }

        var model = EncodedMembers.Find(value, "modelId") is { } id ? TextStart.Of(id, LongestName, out _) : null;
        return new ModelUsage(model, Count(usage, "inputTokenCount"), Count(usage, "outputTokenCount"), Count(usage, "cachedInputTokenCount"));
    }

    /// <summary>What they cost; null when the model's price is not known.</summary>
    public decimal? Cost(IReadOnlyDictionary<string, ModelPrice> prices)
    {
        if (Model is null || !prices.TryGetValue(Model, out var price))
        {
            return Input == 0 && Output == 0 ? 0 : null;
        }

        var cached = Math.Min(Cached, Input);
        return (((Input - cached) * price.Input) + (cached * (price.CachedInput ?? price.Input)) + (Output * price.Output)) / 1_000_000;
    }

    private static long Count(EncodedValue usage, string name)
    {
        if (EncodedMembers.Find(usage, name) is not { } member)
        {
            return 0;
        }

        var cursor = new MessagePackCursor(member.Bytes.Span);

        // No model reads more; what a forged recording says must not overflow a sum.
        return cursor.TryReadInt64(out var count) ? Math.Clamp(count, 0, 1L << 40) : 0;
    }
}
