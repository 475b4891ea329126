using System.Globalization;

namespace Reenact.Replaying.Reports;

/// <summary>What a summary keeps of a divergence.</summary>
/// <param name="Kind">Its kind, as JSON names it. A newer writer may have kinds that this one doesn't know.</param>
/// <param name="Event">The recorded event at which it happened.</param>
/// <param name="Message">What happened.</param>
internal sealed record DivergenceDigest(string Kind, ulong? Event, string Message)
{
    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public IReadOnlyList<string> Differences { get; init; } = [];

    public bool PossibleNearTie { get; init; }

    /// <summary>Where and what, on one line: <c>event 2, arguments differ: The code calls …</c></summary>
    public string Headline
    {
        get
        {
            var place = Event is { } sequence ? string.Create(CultureInfo.InvariantCulture, $"event {sequence}, ") : "";
            return $"{place}{Words}: {Message}";
        }
    }

    /// <summary>The kind in words: <c>arguments differ</c>.</summary>
    private string Words => string.Concat(Kind.Select(static letter => char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static DivergenceDigest Of(Divergence divergence) => new(ReportJson.NameOf(divergence.Kind), divergence.Event, ReportDigest.Text(divergence.Message))
    {
        Expected = ReportDigest.Text(divergence.Expected),
        Actual = ReportDigest.Text(divergence.Actual),
        Differences = [.. divergence.Differences.Take(ReportDigest.MostLines).Select(line => ReportDigest.Text(line))],
        PossibleNearTie = divergence.PossibleNearTie,
    };

    /// <summary>What is told below the headline, a line each, in a form that is fit for a terminal.</summary>
    public IEnumerable<string> Details()
    {
        if (Expected is not null)
        {
            yield return $"expected  {Line(Expected)}";
        }

        if (Actual is not null)
        {
            yield return $"actual    {Line(Actual)}";
        }

        foreach (var difference in Differences)
        {
            yield return $"differs   {Line(difference)}";
        }

        if (PossibleNearTie)
        {
            yield return "The recording ran freely, and this may be a near tie.";
        }
    }

    private static string Line(string text) => Values.TextEscape.Message(text);
}
