using System.Globalization;
using System.Text.RegularExpressions;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>What the compiler says with <c>/reportanalyzer</c>: seconds by analyzer, and how many diagnostics there were by id.</summary>
internal sealed partial class AnalyzerReport
{
    private AnalyzerReport(double total, Dictionary<string, double> seconds, Dictionary<string, int> diagnostics)
    {
        Total = total;
        Seconds = seconds;
        Diagnostics = diagnostics;
    }

    public double Total { get; }

    public IReadOnlyDictionary<string, double> Seconds { get; }

    public IReadOnlyDictionary<string, int> Diagnostics { get; }

    public static AnalyzerReport Parse(string output)
    {
        if (ErrorLine().Match(output) is { Success: true } error)
            throw new InvalidOperationException("The project does not compile: " + error.Value);

        var analyzers = output.Split("Total generator execution time", 2)[0];
        var total = TotalLine().Match(analyzers) is { Success: true } match ? Number(match.Groups[1].Value) : 0;
        var seconds = AnalyzerLine().Matches(analyzers).ToDictionary(
            static line => line.Groups[2].Value,
            static line => line.Groups[1].Value[0] == '<' ? 0 : Number(line.Groups[1].Value),
            StringComparer.Ordinal);
        var diagnostics = DiagnosticLine().Matches(output).CountBy(static line => line.Groups[1].Value).ToDictionary();
        return new AnalyzerReport(total, seconds, diagnostics);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total analyzer execution time: ([\d.]+) seconds")]
    private static partial Regex TotalLine();

    /// <summary>A line of a single analyzer ends with the ids it reports; a line of a whole assembly does not.</summary>
    [GeneratedRegex(@"^ *(<?[\d.]+) +<?\d+ +([\w.]+) \([A-Z]+\d+.*\)\r?$", RegexOptions.Multiline)]
    private static partial Regex AnalyzerLine();

    [GeneratedRegex(@"^.*: (?:warning|info) ([A-Z]+\d+):", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();

    [GeneratedRegex(@"^.*error CS\d+:.*$|^.*warning (AD0001|CS8032|CS8785|CS9057):.*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
