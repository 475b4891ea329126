using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What calls give out by their parameters: values of out and ref parameters, content of spans, reports of progress.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>Reads a recorded out or ref value.</summary>
    /// <param name="call">The recorded call.</param>
    /// <param name="method">The method that is called.</param>
    /// <param name="place">The place of the parameter among those with a value that comes out.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the recording has one. A call without an end has none, nor has one whose values could not be recorded when it failed.</returns>
    /// <exception cref="ReplayDivergenceException">The recorded values can't be read as what the method gives out now.</exception>
    public bool TryReadOutput<T, TCodec>(ScriptCall call, RecordedMethod method, int place, out T value)
        where TCodec : IValueCodec<T>
    {
        value = default!;
        if (call.End is not { } end)
        {
            return false;
        }

        var recorded = OutputsOf(end);
        if (recorded.Count == 0 && end is CallFailedEvent)
        {
            return false;
        }

        if (recorded.Count != method.Outputs.Length)
        {
            throw Log.Add(
                DivergenceKind.ResultNotReadable,
                $"The recorded call of {CallPrinter.Shorten(method.Name)} gave out {recorded.Count} values by its parameters; the method has {method.Outputs.Length} such parameters.",
                "The method's signature has changed since. Record the session again.",
                call.Parent,
                end);
        }

        value = Read<T, TCodec>(recorded[place], end, method.Name, method.Outputs[place]);
        return true;
    }

    /// <summary>Reports that a call that is served was given a span into which the recorded content doesn't fit.</summary>
    public void DivergeSpan(ScriptCall call, RecordedMethod method, int place, int recorded, int actual)
    {
        var name = CallPrinter.Shorten(method.Name);
        var divergence = Log.Add(
            DivergenceKind.ArgumentsDiffer,
            $"The code gives {name} a span of another length than recorded ({method.Outputs[place]}), so what the call wrote into it can't be written again.",
            "Give the call a buffer of the recorded length. If the length was changed on purpose, record the session again.",
            call.Parent,
            call.Start,
            $"{method.Outputs[place]} of length {recorded}",
            $"{method.Outputs[place]} of length {actual}");
        if (!Options.ContinueOnDivergence)
        {
            throw divergence;
        }
    }

    /// <summary>Compares a report of a replayed method with what it reported when it was recorded.</summary>
    /// <exception cref="ReplayDivergenceException">It reports something else, or once more.</exception>
    public void CheckReport(ScriptCall call, RecordedMethod method, int place, ReadOnlySpan<byte> value)
    {
        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        if (!call.IsRecorded)
        {
            return;
        }

        var actual = value.ToArray();
        ProgressEvent? expected;
        List<ValueDifference> differences = [];
        lock (gate)
        {
            expected = NextReport(call, place, actual);
            if (expected is not null)
            {
                call.Use(expected);
                if (!IsIgnored(method.ReportsIgnoredInMatch, place))
                {
                    differences = Differences(method.Reports[place], expected.Value.Bytes, actual);
                }
            }
        }

        if (expected is null && call.End is not null)
        {
            DivergeReport(call, $"{CallPrinter.Shorten(method.Name)} reports once more to {method.Reports[place]} than when it was recorded.", call.End, "no further report", actual, differences);
        }
        else if (differences.Count > 0)
        {
            DivergeReport(call, $"{CallPrinter.Shorten(method.Name)} reports something else to {method.Reports[place]} than when it was recorded.", expected!, Log.Printer.PrintValue(expected!.Value.Bytes), actual, differences);
        }
    }

    /// <summary>The next recorded report to a parameter, read as far as needed; in a recording that ran freely, an equal one before others.</summary>
    private ProgressEvent? NextReport(ScriptCall call, int place, ReadOnlyMemory<byte> value)
    {
        ProgressEvent? next;
        while ((next = call.Reports.FirstOrDefault(IsNext)) is null && !call.HasEnded && call.ReadOn())
        {
        }

        return next ?? call.Reports.FirstOrDefault(report => report.Parameter == place);

        bool IsNext(ProgressEvent report) =>
            report.Parameter == place && (script.Exactness == Exactness.Exact || report.Value.Bytes.Span.SequenceEqual(value.Span));
    }

    /// <summary>Reports that a method that has ended left out what it reported when it was recorded. To no progress at all, nothing is reported.</summary>
    private void CheckReports(ScriptCall call, RecordedMethod method, CallReports? reports)
    {
        if (reports is null || call.Reports.Count == 0)
        {
            return;
        }

        ProgressEvent? missing;
        lock (gate)
        {
            var places = reports.Places.ToHashSet();
            missing = call.Reports.FirstOrDefault(report => places.Contains(report.Parameter) && !IsIgnored(method.ReportsIgnoredInMatch, report.Parameter));
        }

        if (missing is not null)
        {
            DivergeReport(
                call,
                $"{CallPrinter.Shorten(method.Name)} ended without a report to {method.Reports[missing.Parameter]} that it made when it was recorded.",
                missing,
                Log.Printer.PrintValue(missing.Value.Bytes),
                actual: default,
                []);
        }
    }

    private void CheckOutputs(ScriptCall call, RecordedMethod method, IReadOnlyList<RecordedValue> recorded, ReadOnlySpan<byte> outputs)
    {
        if (outputs.IsEmpty || (recorded.Count == 0 && call.End is CallFailedEvent))
        {
            return;
        }

        var actual = EncodedArguments.Split(outputs.ToArray());
        var differences = new List<ValueDifference>();
        for (var place = 0; place < actual.Count; place++)
        {
            if (!IsIgnored(method.OutputsIgnoredInMatch, place))
            {
                differences.AddRange(Differences(method.Outputs[place], place < recorded.Count ? recorded[place].Bytes : CallMatcher.Nil, actual[place]));
            }
        }

        if (differences.Count > 0)
        {
            DivergeOutput(call, method, Print(method, [.. recorded.Select(value => value.Bytes)]), Print(method, actual), differences);
        }
    }

    private List<ValueDifference> Differences(string name, ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        var comparison = ValueComparer.Compare(name, new EncodedValue(expected, script.Blobs), new EncodedValue(actual, script.Blobs));
        return comparison.AreEqual || comparison.Differences.Count > 0
            ? [.. comparison.Differences]
            : [new ValueDifference(name, ValueDifferenceKind.Changed, "a value too large to compare", "a value too large to compare")];
    }

    private string Print(RecordedMethod method, IReadOnlyList<ReadOnlyMemory<byte>> outputs) => string.Join(
        ", ",
        outputs.Select((value, place) => $"{(place < method.Outputs.Length ? method.Outputs[place] : "?")}: {Log.Printer.PrintValue(value)}"));

    private void DivergeReport(ScriptCall call, string message, RecordedEvent at, string expected, ReadOnlyMemory<byte> actual, IReadOnlyList<ValueDifference> differences)
    {
        var divergence = Log.Add(
            DivergenceKind.OutputDiffers,
            message,
            "The code before the report was changed, or depends on something that was not recorded. If it was changed on purpose, record the session again; reports that are meant to vary belong to an [IgnoreInMatch] parameter.",
            call,
            at,
            expected,
            actual.IsEmpty ? "no report" : Log.Printer.PrintValue(actual),
            differences);
        if (!Log.Tolerates(DivergenceKind.OutputDiffers))
        {
            throw divergence;
        }
    }

    private static IReadOnlyList<RecordedValue> OutputsOf(RecordedEvent end) => end switch
    {
        CallReturnedEvent returned => returned.Outs,
        CallFailedEvent failed => failed.Outs,
        _ => [],
    };

    private static bool IsIgnored(ulong mask, int place) => place is >= 0 and < 64 && (mask & (1UL << place)) != 0;
}
