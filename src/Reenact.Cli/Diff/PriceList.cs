using System.Text.Json;
using Reenact.Comparing;
using Reenact.Files;

namespace Reenact.Cli;

/// <summary>Reads what tokens cost.</summary>
internal static class PriceList
{
    private const int LargestFile = 1 << 20;

    /// <exception cref="UnreadableInputException">It can't be read, or is no price list.</exception>
    public static IReadOnlyDictionary<string, ModelPrice> Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(Bytes(path));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw NotExpected(path, "it is no object");
            }

            var prices = new Dictionary<string, ModelPrice>();
            foreach (var model in document.RootElement.EnumerateObject())
            {
                if (!prices.TryAdd(model.Name, Price(path, model)))
                {
                    throw NotExpected(path, $"it has {model.Name} twice");
                }
            }

            return prices;
        }
        catch (JsonException exception)
        {
            throw NotExpected(path, $"it is no JSON ({exception.Message})", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            throw new UnreadableInputException($"--prices {path}: {exception.Message}", exception);
        }
    }

    /// <summary>No more than a price list may have, whatever the file's length is said to be.</summary>
    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        if (FileKind.HasNoLength(path))
        {
            throw NotExpected(path, FileKind.NoLength);
        }

        using var file = File.OpenRead(path);
        var bytes = new byte[LargestFile + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= LargestFile ? bytes.AsMemory(0, length) : throw NotExpected(path, $"it has more than {LargestFile} bytes");
    }

    private static ModelPrice Price(string path, JsonProperty model) => new(
        Amount(path, model, "input") ?? throw Missing(path, model, "input"),
        Amount(path, model, "output") ?? throw Missing(path, model, "output"),
        Amount(path, model, "cachedInput"));

    private static decimal? Amount(string path, JsonProperty model, string name)
    {
        if (model.Value.ValueKind != JsonValueKind.Object)
        {
            throw NotExpected(path, $"{model.Name} is no object");
        }

        if (!model.Value.TryGetProperty(name, out var amount))
        {
            return null;
        }

        return amount.ValueKind == JsonValueKind.Number && amount.TryGetDecimal(out var price) && price is >= 0 and <= 1_000_000_000
            ? price
            : throw NotExpected(path, $"{model.Name}.{name} is no number from 0 to 1000000000");
    }

    private static UnreadableInputException Missing(string path, JsonProperty model, string name) => NotExpected(path, $"{model.Name} has no {name}");

    private static UnreadableInputException NotExpected(string path, string what, Exception? cause = null) => new(
        $"--prices {path}: {what}. Expected is what a million tokens cost, by model, as JSON: {{\"gpt-4o\": {{\"input\": 2.5, \"output\": 10, \"cachedInput\": 1.25}}}}; cachedInput may be left out.",
        cause);
}
