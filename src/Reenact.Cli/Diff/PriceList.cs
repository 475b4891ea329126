using System.Text.Json;
using Reenact.Comparing;

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
            if (new FileInfo(path).Length > LargestFile)
            {
                throw new UnreadableInputException($"{path}: a price list has at most {LargestFile:N0} bytes.");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.EnumerateObject().ToDictionary(model => model.Name, model => Price(path, model));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UnreadableInputException($"{path}: {exception.Message}", exception);
        }
    }

    private static ModelPrice Price(string path, JsonProperty model) => new(
        Amount(path, model, "input") ?? throw Missing(path, model, "input"),
        Amount(path, model, "output") ?? throw Missing(path, model, "output"),
        Amount(path, model, "cachedInput"));

    private static decimal? Amount(string path, JsonProperty model, string name)
    {
        if (!model.Value.TryGetProperty(name, out var amount))
        {
            return null;
        }

        return amount.GetDecimal() is >= 0 and <= 1_000_000_000 and var price
            ? price
            : throw new UnreadableInputException($"{path}: {model.Name}.{name} is no price of a million tokens: it must be from 0 to 1,000,000,000.");
    }

    private static UnreadableInputException Missing(string path, JsonProperty model, string name) =>
        new($"{path}: {model.Name} has no {name}. A price has input and output, for a million tokens, and cachedInput where it differs.");
}
