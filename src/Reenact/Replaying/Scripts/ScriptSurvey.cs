using Reenact.Events;
using Reenact.Format;

namespace Reenact.Replaying;

/// <summary>
/// The first pass over a recording, which reads no values: what has to be known of the whole before its replay begins. It remembers what is
/// in flight, and a bit for each call.
/// </summary>
internal sealed class ScriptSurvey
{
    private readonly EventCursor cursor;
    private readonly HashSet<(string Name, ulong Signature)> methods = [];
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> inside = new(StringComparer.Ordinal);
    private readonly SpanSet started = new();
    private readonly SpanSet replayed = new();
    private readonly SpanSet streams = new();
    private readonly SpanSet prompt = new();
    private readonly Dictionary<long, OpenCall> open = [];
    private readonly HashSet<long> busy = [];
    private readonly Dictionary<long, int> late = [];
    private readonly Dictionary<string, DurationSample> durations = new(StringComparer.Ordinal);
    private readonly List<ResumedEvent> resumptions = [];
    private SessionEndedEvent? end;
    private bool hasBranches;
    private int calls;
    private long steps;

    private ScriptSurvey(EventCursor cursor)
    {
        this.cursor = cursor;
        started.Add(0);
    }

    /// <exception cref="RecordingException">The recording is damaged, or can't be read.</exception>
    public static ScriptFacts Run(Recording recording)
    {
        var survey = new ScriptSurvey(recording.Walk());
        while (survey.cursor.MoveNext())
        {
            survey.Add(survey.cursor.Head);
        }

        return new ScriptFacts
        {
            IsWhole = survey.end is not null,
            Exactness = survey.end?.Exactness ?? Exactness.Free,
            FreeCause = survey.end?.FreeCause,
            FreeSince = survey.end?.FreeSince,
            Calls = survey.calls,
            HasBranches = survey.hasBranches,
            Methods = survey.methods,
            Reached = survey.reached,
            Inside = survey.inside,
            Late = survey.late,
            Resumptions = survey.resumptions,
            Prompt = survey.prompt,
            Durations = survey.durations,
        };
    }

    private void Add(EventHead head)
    {
        if (end is not null && head.Kind is EventKind.CallStarted or EventKind.ValueCaptured or EventKind.Snapshot or EventKind.Decision)
        {
            end = null; // Somebody went on with the session.
        }

        switch (head.Kind)
        {
            case EventKind.Definition:
                if (cursor.Parse() is DefinitionEvent { Method: { } method })
                {
                    methods.Add((method.Name, method.Signature));
                }

                break;
            case EventKind.SessionEnded:
                end = cursor.Parse() as SessionEndedEvent ?? end;
                break;
            case EventKind.Resumed:
                if (cursor.Parse() is ResumedEvent resumed)
                {
                    resumptions.Add(resumed);
                }

                break;
            case EventKind.CallStarted:
                AddStart(head);
                break;
            case EventKind.CallReturned or EventKind.CallFailed or EventKind.StreamEnded:
                AddEnd(head);
                break;
            case EventKind.StreamItem or EventKind.Progress or EventKind.ValueCaptured:
                AddInside(head);
                break;
            case EventKind.Snapshot or EventKind.Decision:
                AddStatement(head.Span);
                break;
        }
    }

    private void AddStart(EventHead head)
    {
        if (!CallStart.TryRead(cursor, out var start))
        {
            return;
        }

        // A call whose parent is missing, because its event is damaged, stands at the top.
        var parent = started.Contains(start.Parent) ? start.Parent : 0;
        if (!started.Add(head.Span))
        {
            return; // A second start of the same call.
        }

        if (parent != 0 && !replayed.Contains(parent))
        {
            inside.TryAdd(start.Method.Name, head.Span); // A call inside one that is served.
            return;
        }

        steps++;
        if (parent != 0 && !open.ContainsKey(parent))
        {
            AddLate(parent);
        }

        var isReplayed = start.Method.Kind == CallKind.Agent;
        if (isReplayed)
        {
            replayed.Add(head.Span);
        }
        else
        {
            calls++;
            reached.Add(start.Method.Name);
        }

        open.Add(head.Span, new OpenCall(parent, head.Time, isReplayed ? start.Method.Name : null, steps));
        NoteBranch(parent);
    }

    private void AddEnd(EventHead head)
    {
        if (!open.Remove(head.Span, out var call))
        {
            // Only what a stream fails with, and what replayed code makes, is of interest after the end.
            if (replayed.Contains(head.Span) || (head.Kind == EventKind.CallFailed && streams.Contains(head.Span)))
            {
                AddLate(head.Span);
            }

            return;
        }

        NotePrompt(head.Span, call);
        if (head.Kind == EventKind.StreamEnded)
        {
            streams.Add(head.Span);
        }

        busy.Remove(call.Parent);
        if (call.Replayed is { } method)
        {
            if (!durations.TryGetValue(method, out var sample))
            {
                durations.Add(method, sample = new DurationSample());
            }

            sample.Add(TimeSpan.FromTicks(head.Time - call.StartTime));
        }
    }

    private void AddInside(EventHead head)
    {
        if (open.TryGetValue(head.Span, out var call))
        {
            NotePrompt(head.Span, call);
            open[head.Span] = call with { LastStep = steps };
        }
        else if (replayed.Contains(head.Span))
        {
            AddLate(head.Span);
        }
        else if (head.Span == 0)
        {
            steps++; // What the session itself captures counts for the replay, too.
        }
    }

    private void AddStatement(long span)
    {
        if (span == 0 || open.ContainsKey(span))
        {
            steps++;
        }
        else if (replayed.Contains(span))
        {
            AddLate(span);
        }
    }

    private void AddLate(long span)
    {
        steps++;
        late[span] = late.GetValueOrDefault(span) + 1;
    }

    /// <summary>Until two calls of the same code are in flight at once, none or one is.</summary>
    private void NoteBranch(long parent)
    {
        if (!hasBranches && !busy.Add(parent))
        {
            hasBranches = true;
            busy.Clear();
        }
    }

    private void NotePrompt(long span, OpenCall call)
    {
        steps++;
        if (steps - call.LastStep > Script.Window && IsPrompt(cursor.Parse()))
        {
            prompt.Add(span);
        }
    }

    /// <summary>Whether the code sees an event at once, rather than when its turn comes.</summary>
    private static bool IsPrompt(RecordedEvent? happened) => happened switch
    {
        CallReturnedEvent returned => returned.Completion == ResultCompletion.AtReturn,
        CallFailedEvent failed => failed.Completion != FailureCompletion.Later,
        StreamItemEvent item => item.Completion == ResultCompletion.AtReturn,
        ProgressEvent report => report.Completion == ResultCompletion.AtReturn,
        StreamEndedEvent ended => ended.Ending != StreamEnding.Completed || ended.Completion == ResultCompletion.AtReturn,
        _ => false,
    };

    /// <summary>A call that replayed code made, in flight.</summary>
    /// <param name="Parent">The call that it was made in; 0 for none.</param>
    /// <param name="StartTime">When it started, in ticks since the session's start.</param>
    /// <param name="Replayed">Its method's name, when its body runs again.</param>
    /// <param name="LastStep">How many events a replay comes to before its last one so far.</param>
    private readonly record struct OpenCall(long Parent, long StartTime, string? Replayed, long LastStep);
}
