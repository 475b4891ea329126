using System.Diagnostics;
using System.Globalization;
using Reenact.Benchmarks.Calls;

namespace Reenact.Benchmarks.Sustained;

/// <summary>What single calls cost the thread that makes them, each between two readings of the clock: the many, and the rare slow ones.</summary>
internal static class CallTimes
{
    private const string City = "Lisbon";

    private static readonly QuoteTools Tools = new();

    /// <summary>Times calls, with a pause after every so many; 0 for none, which is full speed.</summary>
    public static void Print(string name, string path, int calls, int callsBetweenPauses, Durability durability)
    {
        var ticks = new long[calls];
        using (var session = new Recorder(path, durability))
        {
            Time(ticks.AsSpan(0, calls / 10), callsBetweenPauses, recorded: true); // Warms up.
            Time(ticks, callsBetweenPauses, recorded: true);
        }

        Print(name, ticks);
    }

    /// <summary>Times the clock and the tool alone.</summary>
    public static void PrintUnrecorded(string name, int calls)
    {
        var ticks = new long[calls];
        Time(ticks, 0, recorded: false);
        Print(name, ticks);
    }

    private static void Time(Span<long> ticks, int callsBetweenPauses, bool recorded)
    {
        for (var call = 0; call < ticks.Length; call++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = recorded ? Tools.QuoteLeaf(City, call) : Tools.QuoteCore(City, call);
            ticks[call] = Stopwatch.GetTimestamp() - started;
            if (callsBetweenPauses > 0 && call % callsBetweenPauses == callsBetweenPauses - 1)
                Thread.Sleep(1);
        }
    }

    private static void Print(string name, long[] ticks)
    {
        Array.Sort(ticks);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-60} {At(0.5),10:N0} {At(0.99),10:N0} {At(0.999),10:N0} {At(0.9999),12:N0} {At(1),14:N0}"));

        double At(double share) => ticks[(int)Math.Min(ticks.Length - 1, share * ticks.Length)] * (1e9 / Stopwatch.Frequency);
    }

    private sealed class Recorder(string path, Durability durability) : IDisposable
    {
        private readonly SessionRecorder session = Session.Record(path, options: new RecordOptions { Replace = true, Durability = durability });

        public void Dispose()
        {
            session.Complete(Outcome.Success);
            session.DisposeAsync().AsTask().Wait();
        }
    }
}
