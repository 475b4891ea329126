namespace Acme.Flights;

public sealed record Leg(string From, string To);

/// <summary>Spans, which live on the stack.</summary>
public partial class Buffers
{
    [Recorded(Leaf = true)]
    public partial int Parse(ReadOnlySpan<char> text, scoped ReadOnlySpan<byte> table);

    private int ParseCore(ReadOnlySpan<char> text, scoped ReadOnlySpan<byte> table) => text.Length + table.Length;

    [Recorded]
    public partial int Read([IgnoreInMatch] Span<byte> buffer, Span<Leg?> legs);

    private int ReadCore(Span<byte> buffer, Span<Leg?> legs)
    {
        buffer.Fill(7);
        return legs.Length;
    }

    [Recorded]
    public partial Task<decimal> SumAsync(CancellationToken cancellationToken, params ReadOnlySpan<decimal> prices);

    private Task<decimal> SumCoreAsync(CancellationToken cancellationToken, params ReadOnlySpan<decimal> prices) => Task.FromResult(prices[0]);

    [Recorded]
    public partial string Join(string separator, params string[] parts);

    private string JoinCore(string separator, string[] parts) => string.Join(separator, parts);

    [Recorded]
    public partial int Largest(params IEnumerable<int> numbers);

    private int LargestCore(IEnumerable<int> numbers) => numbers.Max();

    [Replayed]
    public partial Task FillAsync(Span<char> text);

    private Task FillCoreAsync(Span<char> text)
    {
        text.Fill('x');
        return Task.CompletedTask;
    }

    [Recorded]
    public partial void Check([Sensitive] ReadOnlySpan<char> password, [Sensitive] in decimal limit, [Sensitive] IProgress<string> log);

    private void CheckCore(ReadOnlySpan<char> password, in decimal limit, IProgress<string> log) => log.Report(password.ToString());

    [Recorded]
    public partial int Skip([IgnoreRecorded] System.Text.Json.Utf8JsonReader reader, [IgnoreRecorded] Span<int> scratch);

    private int SkipCore(System.Text.Json.Utf8JsonReader reader, Span<int> scratch) => scratch.Length;
}
