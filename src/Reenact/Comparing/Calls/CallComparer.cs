using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Compares two calls of one method, without those made in them.</summary>
internal sealed class CallComparer(ValueDifferences values)
{
    private const int MaxDifferences = 100;

    public List<ValueDifference> Arguments(RecordedSpan before, RecordedSpan after)
    {
        var found = new List<ValueDifference>();
        var names = before.Method.ParameterNames;
        if (names.SequenceEqual(after.Method.ParameterNames, StringComparer.Ordinal))
        {
            for (var index = 0; index < Math.Max(before.Arguments.Count, after.Arguments.Count); index++)
            {
                if (!ComparedSide.IsIgnored(before.Method, index) && !ComparedSide.IsIgnored(after.Method, index))
                {
                    values.Compare(Name(names, index), At(before.Arguments, index), At(after.Arguments, index), found);
                }
            }

            return found;
        }

        // Parameters were added, taken out or moved: they are told by their names.
        var others = Named(after);
        foreach (var (name, value) in Named(before))
        {
            values.Compare(name, value, others.Remove(name, out var other) ? other : default, found);
        }

        foreach (var (name, value) in others)
        {
            values.Compare(name, default, value, found);
        }

        return found;
    }

    public List<ValueDifference> Results(RecordedSpan before, RecordedSpan after)
    {
        var found = new List<ValueDifference>();
        CompareStreams(before, after, found);
        switch (before.End, after.End)
        {
            case (CallReturnedEvent one, CallReturnedEvent other):
                values.Compare("result", one.Result, other.Result, found);
                CompareOuts(before, one.Outs, other.Outs, found);
                break;
            case (CallFailedEvent one, CallFailedEvent other):
                CompareFailures("failure", one.Failure, other.Failure, found);
                CompareOuts(before, one.Outs, other.Outs, found);
                break;
            default:
                var (ending, otherEnding) = (Ending(before), Ending(after));
                if (ending != otherEnding)
                {
                    found.Add(new ValueDifference("ending", ValueDifferenceKind.Changed, ending, otherEnding));
                }

                break;
        }

        return found;
    }

    /// <summary>Compares what was captured. Clocks, ids and seeds are another each time, and no difference.</summary>
    public List<ValueDifference> Captured(IEnumerable<RecordedEvent> before, IEnumerable<RecordedEvent> after)
    {
        var found = new List<ValueDifference>();
        var others = Inputs(after);
        foreach (var ((name, time), value) in Inputs(before))
        {
            values.Compare(Path(name, time), value, others.Remove((name, time), out var other) ? other : default, found);
        }

        foreach (var ((name, time), value) in others)
        {
            values.Compare(Path(name, time), default, value, found);
        }

        return found;

        static string Path(string name, int time) => time == 0 ? TextEscape.Message(name) : $"{TextEscape.Message(name)}[{time}]";
    }

    private void CompareStreams(RecordedSpan before, RecordedSpan after, List<ValueDifference> found)
    {
        List<StreamItemEvent> items = [.. before.Events.OfType<StreamItemEvent>()], others = [.. after.Events.OfType<StreamItemEvent>()];
        for (var index = 0; index < Math.Max(items.Count, others.Count) && found.Count < MaxDifferences; index++)
        {
            values.Compare($"item[{index}]", index < items.Count ? items[index].Item : default, index < others.Count ? others[index].Item : default, found);
        }

        if (before.StreamEnd?.Ending != after.StreamEnd?.Ending && (before.StreamEnd ?? after.StreamEnd) is not null)
        {
            ValueDifferences.Compare("stream", before.StreamEnd?.Ending.ToString(), after.StreamEnd?.Ending.ToString(), found);
        }
    }

    private void CompareOuts(RecordedSpan before, IReadOnlyList<RecordedValue> outs, IReadOnlyList<RecordedValue> others, List<ValueDifference> found)
    {
        for (var index = 0; index < Math.Max(outs.Count, others.Count); index++)
        {
            values.Compare(index < before.Method.OutNames.Count ? before.Method.OutNames[index] : $"out {index + 1}", At(outs, index), At(others, index), found);
        }
    }

    private void CompareFailures(string path, RecordedFailure before, RecordedFailure after, List<ValueDifference> found)
    {
        ValueDifferences.Compare($"{path}.type", before.Type, after.Type, found);
        ValueDifferences.Compare($"{path}.message", before.Message, after.Message, found);
        values.Compare($"{path}.code", before.Code, after.Code, found);
        if (before.Inner is not null && after.Inner is not null)
        {
            CompareFailures($"{path}.inner", before.Inner, after.Inner, found);
        }
        else
        {
            ValueDifferences.Compare($"{path}.inner", before.Inner?.Type, after.Inner?.Type, found);
        }
    }

    private static string Ending(RecordedSpan call) => call.End switch
    {
        CallReturnedEvent returned => $"returned {ValueDifferences.Print(returned.Result)}",
        CallFailedEvent failed => $"failed with {TextEscape.Message(failed.Failure.Type)}: {ValueDifferences.Quote(failed.Failure.Message)}",
        _ => call.StreamEnd is null ? "no end recorded" : "a stream",
    };

    private static Dictionary<(string Name, int Time), RecordedValue> Inputs(IEnumerable<RecordedEvent> events)
    {
        var inputs = new Dictionary<(string, int), RecordedValue>();
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var captured in events.OfType<ValueCapturedEvent>().Where(captured => captured.Source is CaptureSource.Environment or CaptureSource.Named))
        {
            var name = captured.Name ?? "";
            var time = times.GetValueOrDefault(name);
            times[name] = time + 1;
            inputs[(name, time)] = captured.Value;
        }

        return inputs;
    }

    private static Dictionary<string, RecordedValue> Named(RecordedSpan call)
    {
        var named = new Dictionary<string, RecordedValue>(StringComparer.Ordinal);
        for (var index = 0; index < call.Arguments.Count; index++)
        {
            if (!ComparedSide.IsIgnored(call.Method, index))
            {
                named[Name(call.Method.ParameterNames, index)] = call.Arguments[index];
            }
        }

        return named;
    }

    private static string Name(IReadOnlyList<string> names, int index) => index < names.Count ? TextEscape.Message(names[index]) : $"argument {index + 1}";

    private static RecordedValue At(IReadOnlyList<RecordedValue> values, int index) => index < values.Count ? values[index] : default;
}
