using Reenact.Events;
using Reenact.Replaying.Leaks;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>What is said where code departs from the recording.</content>
internal sealed partial class ReplayEngine
{
    private const string Withheld =
        "Sensitive values were not compared, because the replay has no key for their hashes, or no redactor. Give ReplayOptions.Redaction what the session was recorded with.";

    /// <summary>So many calls that were not made are listed; they are all counted.</summary>
    private const int MostListed = 1000;

    /// <summary>Reports the recorded calls that the code never made, those inside a call or in the whole session.</summary>
    /// <param name="inside">The call, or the session.</param>
    /// <param name="before">The event before which they started.</param>
    public void ReportMissing(ScriptCall inside, long before = long.MaxValue)
    {
        lock (gate)
        {
            before = forkAt < before ? forkAt + 1 : before; // Behind a fork, nothing is expected.
            var left = new Stack<ScriptCall>([inside]); // Who forges a recording can nest calls as deep as no stack.
            while (left.TryPop(out var call))
            {
                if (call != inside)
                {
                    ReportUnread(call, before);
                }

                if (call.IsReplayed)
                {
                    ReportMissingIn(call, before);
                    ReportMissingDecisions(call, before);
                    foreach (var unfinished in call.Unfinished.Reverse())
                    {
                        left.Push(unfinished);
                    }
                }
            }
        }
    }

    private void ReportMissingIn(ScriptCall inside, long before)
    {
        while (inside.NextUnusedBefore(before) is { } call)
        {
            call.Use();
            if (++Missing > MostListed)
            {
                continue;
            }

            if (forked && IsOwedBeforeFork)
            {
                // What goes on behind the fork is meant to differ; what comes before it is not.
                Log.AddUnservable(
                    DivergenceKind.CallMissing,
                    $"The recording has a call of {CallPrinter.Shorten(call.Method.Name)} before event {forkAt}, where the replay forks, which the code did not make.",
                    "The code has changed since the session was recorded. Fork with the code that was recorded, or at an event before the change.",
                    inside,
                    call.Start,
                    expected: Log.Printer.Print(call));
                continue;
            }

            Log.Add(
                DivergenceKind.CallMissing,
                $"The recording has a call of {CallPrinter.Shorten(call.Method.Name)} here, which the code did not make.",
                "If the call was removed on purpose, record the session again. If not, look at the condition before the call, which took the other way, or for an await " +
                "that is missing: what code does after its caller has gone on is not part of it.",
                inside,
                call.Start,
                expected: Log.Printer.Print(call),
                due: call);
        }
    }

    /// <summary>What makes the replay less certain than it could be.</summary>
    public string[] Warnings() =>
    [
        .. Disturbance.Describe(Pump) is { } warning ? [warning] : Array.Empty<string>(),
        .. Redaction.HasWithheld ? [Withheld] : Array.Empty<string>(),
    ];

    /// <summary>Ends the watch for leaks; each is a divergence, unless asked otherwise or the code departed from the recording before that.</summary>
    /// <param name="finished">Whether the code has ended; if not, its thread is left behind, and what it uses with it.</param>
    public void ReportLeaks(bool finished)
    {
        Leaks.Close();
        if (finished)
        {
            Watch.Dispose();
        }

        foreach (var leak in Options.FailOnLeak && !Log.MustEnd ? Leaks.All : [])
        {
            Log.Add(
                DivergenceKind.Leaked,
                $"Replayed code did on its own what only a recorded call may do: {LeakText.Describe(leak)}. It really happened, and what came of it is not the recording's.",
                "Put it into a [Recorded] method and record the session again. If it has no part in what the session does, allow its target " +
                "(ReplayOptions.AllowedLeaks), or set FailOnLeak to false.",
                inside: null,
                Log.LastMatched is { } last && leak.Event == (ulong)last.Start.Sequence ? last.Start : null,
                actual: leak.ToString());
        }
    }

    /// <summary>
    /// What the loser of a race, say, gets when it goes on after the session's end, or in a method that had not ended by then: such
    /// calls ran unrecorded, and that is no divergence.
    /// </summary>
    private ReplayDivergenceException Unrecorded(RecordedMethod method) => new(new Divergence
    {
        Kind = DivergenceKind.UnexpectedCall,
        Recording = script.Recording.Path,
        Message = $"Code that still ran at the session's end calls {CallPrinter.Shorten(method.Name)}, after the last call that is recorded.",
        Remedy = "Nothing: the session's outcome was known before. Nothing that a replay leaves over may run live.",
    });

    private ReplayDivergenceException DivergeAtCut(ScriptCall inside, string doing, string? actual = null) =>
        Log.Add(
            DivergenceKind.RecordingEnds,
            $"The recording was cut off here: the code goes on, and {doing}, where nothing is recorded any more.",
            "The recorded process ended, or its recording was cut off, at this point. The replay has reproduced everything up to there.",
            inside,
            Log.LastMatched?.KnownEnd ?? Log.LastMatched?.Start,
            actual: actual);
}
