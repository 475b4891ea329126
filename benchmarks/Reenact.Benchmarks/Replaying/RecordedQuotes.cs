using Reenact.Benchmarks.Calls;

namespace Reenact.Benchmarks.Replaying;

/// <summary>Sessions of many small tool calls, one after the other, each in a file.</summary>
internal sealed class RecordedQuotes : IDisposable
{
    public const string City = "Lisbon";

    private readonly string folder = Directory.CreateTempSubdirectory("quotes-").FullName;

    public static QuoteTools Tools { get; } = new();

    public static Task<double> CallAsync(int calls) => Sum(calls, static i => new ValueTask<double>(Tools.Quote(City, i)));

    /// <summary>Does something before each call.</summary>
    public static Task<double> CallAsync(int calls, Action before) => Sum(calls, i =>
    {
        before();
        return new ValueTask<double>(Tools.Quote(City, i));
    });

    public static Task<double> CallCompletedAsync(int calls) => Sum(calls, static i => new ValueTask<double>(Tools.QuoteAsync(City, i)));

    public static Task<double> CallLaterAsync(int calls) => Sum(calls, static i => new ValueTask<double>(Tools.QuoteLaterAsync(City, i)));

    /// <summary>Records a session.</summary>
    /// <returns>The file.</returns>
    public async Task<string> RecordAsync(Func<Task<double>> code)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid()}.reenact");
        await using var session = Session.Record(path, new SessionInfo { Agent = "benchmark" });
        await session.RunAsync(code);
        session.Complete(Outcome.Success);
        return path;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<double> Sum(int calls, Func<int, ValueTask<double>> call)
    {
        var sum = 0.0;
        for (var i = 0; i < calls; i++)
        {
            sum += await call(i);
        }

        return sum;
    }
}
