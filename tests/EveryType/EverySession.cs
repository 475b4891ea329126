using EveryType.Values;
using Reenact;

namespace EveryType;

/// <summary>
/// Passes each value on twice: the second time what the first call gave. On replay that is what was read from the recording, and its encoding
/// is compared with the recorded one, so what reading loses is a divergence.
/// </summary>
internal sealed partial class EverySession(bool live)
{
    private readonly Echo echo = new();
    private readonly Signatures signatures = new(live);

    [Replayed]
    public partial Task<string> RunAsync();

    private async Task<string> RunCoreAsync()
    {
        echo.Numbers(echo.Numbers(Numbers.Sample));
        echo.Texts(echo.Texts(Texts.Sample));
        echo.Times(echo.Times(Times.Sample));
        echo.Documents(echo.Documents(Documents.Sample));
        echo.Sequences(echo.Sequences(Sequences.Sample));
        echo.SharedSequences(echo.SharedSequences(SharedSequences.Sample));
        echo.Dictionaries(echo.Dictionaries(Dictionaries.Sample));
        echo.Objects(echo.Objects(Objects.Sample));
        echo.Unions(echo.Unions(Unions.Sample));
        SayOfItself();
        return await UseEverySignatureAsync();
    }

    /// <summary>A full snapshot and a delta, a decision and a link.</summary>
    private static void SayOfItself()
    {
        Session.Snapshot("objects", Objects.Sample);
        var snapshot = Session.Snapshot("objects", Objects.Sample);
        Session.Link(snapshot, Session.Decide("place", new Place("Oslo", 1), [new Place("Bergen", 2)], "it is larger"));
    }

    /// <summary>What came back, as text: a replay compares it with the recorded one.</summary>
    private async Task<string> UseEverySignatureAsync()
    {
        var text = "text";
        signatures.References(3, ref text, out var half);
        var numbers = new[] { 1, 2, 3 };
        var length = signatures.Spans(numbers, "span");
        var reports = new Reports();
        await signatures.ReportAsync(reports);
        var items = new List<string>();
        await foreach (var item in signatures.StreamAsync(3))
            items.Add(item);

        using var content = signatures.Download(3000);
        return FormattableString.Invariant(
            $"{text} {half} {string.Join(',', numbers)} {length} {string.Join(',', reports.All)} {string.Join(',', items)} {string.Join(',', signatures.Count(3))} {content.Length} {signatures.Same(7)} {signatures.Same(new Place("Oslo", 1)).City}");
    }

    private sealed class Reports : IProgress<string>
    {
        public List<string> All { get; } = [];

        public void Report(string value) => All.Add(value);
    }
}
