using System.Globalization;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>Says in words that replayed code left the replay's thread, and where.</summary>
internal static class Disturbance
{
    /// <summary>The warning about it; null where all code stayed on the thread.</summary>
    public static string? Describe(Pump pump)
    {
        if (!pump.Disturbed)
        {
            return null;
        }

        var ways = new List<string>();
        if (pump.Visits > 0 && !(pump.IsOrdered && pump.Unordered == 0))
        {
            ways.Add(string.Create(CultureInfo.InvariantCulture, $"ran on threads of the pool {Times(pump.Visits)} (Task.Run, a real timer, or Task.Yield, a channel or a semaphore behind ConfigureAwait(false)), first {Place(pump.FirstVisitor)}"));
        }

        if (pump.Intrusions > 0)
        {
            ways.Add(string.Create(CultureInfo.InvariantCulture, $"was let go on by another thread {Times(pump.Intrusions)} (a real timer such as Task.Delay, or I/O)"));
        }

        return $"The replayed code {string.Join(", and ", ways)}. When that comes, relative to the rest, no recording knows. Use Deterministic.Delay and "
            + "Deterministic.TimeProvider for time, and await instead of starting threads.";
    }

    private static string Times(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    private static string Place(CallContext? context) =>
        context is ReplayContext { Call: { IsRecorded: true } call } ? $"inside {CallPrinter.Shorten(call.Method.Name)}" : "in the session's own code";
}
