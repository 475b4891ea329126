using Reenact.Events;
using Reenact.States;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What replayed code says of itself, compared with what it said when it was recorded: snapshots and decisions.</content>
internal sealed partial class ReplayEngine
{
    private readonly ReplayedStates states;
    private readonly List<ReplayedDecision> decisions = [];

    /// <summary>The decisions so far.</summary>
    public ReplayedDecision[] Decisions()
    {
        lock (gate)
        {
            return [.. decisions];
        }
    }

    /// <summary>Compares a snapshot with the recorded one.</summary>
    /// <returns>The recorded one; null where there is none: that changes nothing, so a recording outlives a snapshot that is added or removed.</returns>
    /// <exception cref="ReplayDivergenceException">The state differs.</exception>
    public SnapshotEvent? CheckSnapshot(ScriptCall inside, string name, byte[] state)
    {
        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        lock (gate)
        {
            if (!states.Has(name) || TakeStatement<SnapshotEvent>(inside, name) is not { } recorded)
            {
                return null;
            }

            var then = Options.CompareSnapshots ? states.Of(recorded).Bytes : state;
            if (then.Span.SequenceEqual(state) || Differences(TextEscape.Message(name), then, state) is not { Count: > 0 } differences)
            {
                return recorded;
            }

            var divergence = Log.Add(
                DivergenceKind.OutputDiffers,
                $"The snapshot \"{TextEscape.Message(name)}\" has another state than when it was recorded.",
                "The code before it has changed the state otherwise; look at what happened since the snapshot before it. If that was on purpose, record the " +
                "session again; to replay without comparing states, set ReplayOptions.CompareSnapshots to false.",
                inside,
                recorded,
                Log.Printer.PrintValue(then),
                Log.Printer.PrintValue(state),
                differences);
            return Log.Tolerates(DivergenceKind.OutputDiffers) ? recorded : throw divergence;
        }
    }

    /// <summary>Compares a decision with the recorded one.</summary>
    /// <returns>The recorded one; null where there is none.</returns>
    /// <exception cref="ReplayDivergenceException">Something else is chosen, or nothing was decided here when it was recorded.</exception>
    public DecisionEvent? CheckDecision(ScriptCall inside, string name, ReadOnlyMemory<byte> chosen)
    {
        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        lock (gate)
        {
            var now = Log.Printer.PrintValue(chosen);
            if (TakeStatement<DecisionEvent>(inside, name, decision => decision.Chosen.Bytes.Span.SequenceEqual(chosen.Span)) is not { } recorded)
            {
                if (IsExpected(inside))
                {
                    decisions.Add(new ReplayedDecision(name, null, null, now, IsEqual: false));
                    Tolerate(Log.Add(
                        DivergenceKind.OutputDiffers,
                        $"The code decides \"{TextEscape.Message(name)}\", which it did not when it was recorded.",
                        "If the decision was added on purpose, record the session again. If not, look at the condition before it.",
                        inside,
                        actual: now));
                }

                return null;
            }

            var then = Log.Printer.PrintValue(recorded.Chosen.Bytes);
            var differences = Differences(TextEscape.Message(name), recorded.Chosen.IsAbsent ? CallMatcher.Nil : recorded.Chosen.Bytes, chosen);
            decisions.Add(new ReplayedDecision(name, recorded.Sequence, then, now, differences.Count == 0));
            if (differences.Count > 0)
            {
                Tolerate(Log.Add(
                    DivergenceKind.OutputDiffers,
                    $"The code decides \"{TextEscape.Message(name)}\" otherwise than when it was recorded.",
                    "Follow what the decision is made of back to where it is made. If it was changed on purpose, record the session again.",
                    inside,
                    recorded,
                    then,
                    now,
                    differences));
            }

            return recorded;
        }
    }

    /// <summary>Reports the recorded decisions inside a call, or the session, that the code never made.</summary>
    private void ReportMissingDecisions(ScriptCall inside, long before)
    {
        for (var node = inside.Statements.First; node is not null && node.Value.Sequence < before;)
        {
            var next = node.Next;
            inside.Statements.Remove(node);
            if (node.Value is DecisionEvent missing && !Log.IsFull)
            {
                ReportMissing(missing, inside);
            }

            node = next;
        }
    }

    /// <summary>A call is made: what the code said before it when it was recorded, and has not said now, it left out.</summary>
    private void NoteStatementsBefore(ScriptCall call)
    {
        if (KeepsOrder)
        {
            ReportMissingDecisions(call.Parent!, call.Sequence);
        }
    }

    private void ReportMissing(DecisionEvent missing, ScriptCall inside)
    {
        if (missing.Sequence > forkAt)
        {
            return;
        }

        var then = Log.Printer.PrintValue(missing.Chosen.Bytes);
        decisions.Add(new ReplayedDecision(missing.Name, missing.Sequence, then, null, IsEqual: false));
        Log.Add(
            DivergenceKind.OutputDiffers,
            $"The recording has the decision \"{TextEscape.Message(missing.Name)}\" here, which the code did not make.",
            "If the decision was removed on purpose, record the session again. If not, look at the condition before it: it took the other way.",
            inside,
            missing,
            expected: then);
    }

    /// <summary>Whether what is not recorded inside a call was not there, rather than cut off or beyond what was recorded.</summary>
    private bool IsExpected(ScriptCall inside) =>
        !Pump.IsDraining && forkAt == long.MaxValue && (inside.IsRecorded ? inside.HasEnded || script.IsWhole : ReferenceEquals(inside, script.Root) && script.IsWhole);

    /// <summary>Whether what the code does comes in the recorded order, so that it can be told what it left out.</summary>
    private bool KeepsOrder => script.Exactness == Exactness.Exact && Options.MatchOrder == MatchOrder.Strict;

    private void Tolerate(ReplayDivergenceException divergence)
    {
        if (!Log.Tolerates(DivergenceKind.OutputDiffers))
        {
            throw divergence;
        }
    }

    /// <summary>
    /// Takes the next recorded statement of a name, read as far as it can be meant; null where there is none. In a recording that ran freely, one
    /// that is equal goes before others: another branch may have come first.
    /// </summary>
    private T? TakeStatement<T>(ScriptCall inside, string name, Func<T, bool>? isEqual = null)
        where T : RecordedEvent
    {
        if (!inside.IsRecorded && !ReferenceEquals(inside, script.Root))
        {
            return null; // A call that the recording doesn't have.
        }

        if (script.Exactness == Exactness.Free && isEqual is not null)
        {
            while (MayBeAhead(inside) && inside.ReadOn())
            {
            }
        }

        LinkedListNode<RecordedEvent>? next;
        while ((next = Find(inside.Statements, name, isEqual)) is null && MayBeAhead(inside) && inside.ReadOn())
        {
        }

        if (next is null)
        {
            return null;
        }

        inside.Statements.Remove(next);
        return next.Value.Sequence <= forkAt ? (T)next.Value : null;
    }

    private LinkedListNode<RecordedEvent>? Find<T>(LinkedList<RecordedEvent> statements, string name, Func<T, bool>? isEqual)
        where T : RecordedEvent
    {
        LinkedListNode<RecordedEvent>? first = null;
        for (var node = statements.First; node is not null; node = node.Next)
        {
            if (node.Value is T found && NameOf(found) == name)
            {
                first ??= node;
                if (script.Exactness == Exactness.Exact || isEqual is null || isEqual(found))
                {
                    return node;
                }
            }
        }

        return first;
    }

    /// <summary>Whether a statement can stand farther on: before the next call, where the order is the recorded one.</summary>
    private bool MayBeAhead(ScriptCall inside) =>
        inside.FirstUnusedRead is not { } next || (!KeepsOrder && script.Position - next.Sequence <= Script.Window);

    private static string NameOf(RecordedEvent statement) => statement switch
    {
        SnapshotEvent snapshot => snapshot.Name,
        DecisionEvent decision => decision.Name,
        _ => "",
    };
}
