using Reenact.Sessions;

namespace Reenact.Replaying;

/// <content>What is said of code that gets no further.</content>
internal sealed partial class ReplayEngine
{
    private const string ComputingRemedy =
        "Look at the loops behind that call: one waits for something that only another thread changes, or yields without end.";

    private const string BlockingRemedy =
        "Await instead of blocking (.Result, Wait, lock, Thread.Sleep): on replay the session's code has one thread, and what it waits for can't run " +
        "meanwhile. Use Deterministic.Delay for time, and a [Recorded] method for anything from outside.";

    private const string AwaitingRemedy =
        "Look at the first await or wait behind that call: a timer, Task.Run, a lock, or I/O that is not recorded. Use Deterministic.Delay and " +
        "Deterministic.TimeProvider for time, and a [Recorded] method for anything from outside.";

    private readonly RunningBodies bodies = new();

    /// <summary>Ends a replayed method after its task, and knows the task until then.</summary>
    public void RunWhenDone(Task body, Action end)
    {
        bodies.Add(body);
        Pump.RunWhenDone(body, () =>
        {
            bodies.Remove(body);
            end();
        });
    }

    /// <summary>Reports that the code stands still, and frees its thread where it blocks that.</summary>
    /// <param name="now">What the code did when it was found to stand still.</param>
    public void ReportStuck(PumpState now)
    {
        if (OverdueLive is { } live)
        {
            ReportOverdue(live);
            return;
        }

        ScriptCall? cause;
        lock (gate)
        {
            cause = endless;
        }

        if (cause is not null)
        {
            DivergeWithoutEnd(cause);
            return;
        }

        var (what, lines, remedy) = now switch
        {
            PumpState.Waiting => DescribeAwait(AsyncStack.Read(Pump.Main, bodies.All())),
            PumpState.Blocked => DescribeBlock(Pump.FreeThread(), AsyncStack.Read(Pump.Main, bodies.All())),
            _ => ("computes without end", [], ComputingRemedy),
        };
        var last = Log.LastMatched;
        var place = last is null ? "before its first recorded call" : $"after {Log.Printer.Print(last)}";
        Log.Add(
            DivergenceKind.Stuck,
            $"The replayed code {what}, {place}, and nothing that was recorded will let it go on.",
            remedy,
            inside: null,
            last?.KnownEnd ?? last?.Start,
            actual: last is null ? null : $"inside {(last.Parent is { IsRecorded: true } parent ? CallPrinter.Shorten(parent.Method.Name) : "the session's code")}",
            stack: lines);
    }

    private static (string What, IReadOnlyList<string> Lines, string Remedy) DescribeAwait(AsyncStack stack)
    {
        var what = stack.Awaited?.What ?? "something";
        var place = stack.Place is { } known ? $" in {known.Short}" : "";
        return ($"awaits {what}{place}", stack.Lines, stack.Awaited?.Remedy ?? AwaitingRemedy);
    }

    /// <param name="thread">The session's thread, where it is that which is blocked.</param>
    /// <param name="stack">What the code awaits meanwhile.</param>
    private static (string What, IReadOnlyList<string> Lines, string Remedy) DescribeBlock(BlockedThread? thread, AsyncStack stack)
    {
        if (thread is null && stack.Awaited is not null)
        {
            // Off the session's thread, in one of the pool that has nothing to do between two awaits of what was not recorded.
            var (awaits, lines, remedy) = DescribeAwait(stack);
            return ($"{awaits}, once or over and over", lines, remedy);
        }

        var wait = thread?.Wait is { } call ? $" in {call}" : "";
        var place = thread?.Places is [var first, ..] ? $", called by {first.Short}" : "";
        return ($"blocks its thread{wait}{place}", [.. thread?.Places.Select(frame => frame.ToString()) ?? []], BlockingRemedy);
    }
}
