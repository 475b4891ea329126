using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What live and overridden calls come to, compared with what was recorded.</content>
internal sealed partial class ReplayEngine
{
    private const int MostDrifts = 1000;

    private readonly List<ResultDrift> drifts = [];

    /// <summary>Compares what a live call returned.</summary>
    public void EndLive(LiveCall call, ReadOnlySpan<byte> result, ReadOnlySpan<byte> outputs)
    {
        lock (gate)
        {
            if (call.Place?.End is CallReturnedEvent returned)
            {
                var differences = LiveDifferences("result", returned.Result.Bytes, result);
                differences.AddRange(OutputDifferences(call.Method, returned.Outs, outputs));
                End(call, differences, differences.Count == 0 ? null : Log.Printer.PrintValue(returned.Result.Bytes), differences.Count == 0 ? "" : Log.Printer.PrintValue(result.ToArray()));
            }
            else
            {
                End(call, [], RecordedEnd(call), Log.Printer.PrintValue(result.ToArray()));
            }
        }
    }

    /// <summary>Compares what a live call, or the stream that it returned, failed with; null where a stream came to its end.</summary>
    public void EndLive(LiveCall call, Exception? failure)
    {
        lock (gate)
        {
            var recorded = call.Place?.End as CallFailedEvent;
            var actual = failure is null ? "ends" : Describe(failure);
            End(call, [], IsSame(recorded, failure) && call.Place is not null ? null : RecordedEnd(call), actual);
        }
    }

    /// <summary>Compares an item of a live stream.</summary>
    public void CheckLiveItem(LiveCall call, ReadOnlySpan<byte> item)
    {
        lock (gate)
        {
            if (call.Place is not { } place)
            {
                return;
            }

            var index = place.Stream.Taken;
            var recorded = place.Stream.Take();
            var differences = recorded is null ? [] : LiveDifferences($"item[{index}]", recorded.Item.Bytes, item);
            if (recorded is null || differences.Count > 0)
            {
                NoteChanged(call, differences, recorded is null ? "no further item" : Log.Printer.PrintValue(recorded.Item.Bytes), Log.Printer.PrintValue(item.ToArray()));
            }
        }
    }

    /// <summary>Compares how a live stream ended.</summary>
    public void EndLiveStream(LiveCall call, in StreamEnd end)
    {
        lock (gate)
        {
            var recorded = call.Place?.Stream;
            var isSame = recorded is not null
                && recorded.Next is StreamEndedEvent next && next.Ending == end.Ending
                && (end.Failure is null || IsSame(recorded.Failure, end.Failure));
            var expected = isSame || recorded is null ? null : recorded.Next is StreamItemEvent item ? Log.Printer.PrintValue(item.Item.Bytes) : Describe(recorded);
            recorded?.Close();
            var actual = end.Failure is { } failure ? Describe(failure) : end.Ending == StreamEnding.Abandoned ? "asks for no more" : "ends";
            End(call, [], isSame ? null : expected ?? "no recorded stream", actual);
        }
    }

    /// <summary>Compares what a plan gives a call; the parameters by which it gives out values keep the recorded ones.</summary>
    public void EndOverride(LiveCall call, ReadOnlySpan<byte> result) => EndLive(call, result, outputs: default);

    /// <summary>Reads the recorded result of a call that is overridden.</summary>
    public T Read<T, TCodec>(CallReturnedEvent returned, RecordedMethod method)
        where TCodec : IValueCodec<T> =>
        Read<T, TCodec>(returned.Result, returned, method.Name);

    /// <summary>The calls that ran live or were overridden, in the order of their starts.</summary>
    public IReadOnlyList<LiveCallReport> ReportLive()
    {
        lock (gate)
        {
            return
            [
                .. liveCalls.Select(call => new LiveCallReport
                {
                    Event = (ulong?)call.Event,
                    Method = call.Method.Name,
                    IsOverridden = call.Planned is not null,
                    SameArguments = call.SameArguments,
                    SameResult = call.SameResult,
                    RecordedLatency = call.RecordedLatency,
                    Latency = call.Planned is null ? call.Latency : null,
                }),
            ];
        }
    }

    /// <summary>How live calls differed from the recorded ones, where the plan compares them.</summary>
    public IReadOnlyList<ResultDrift> ReportDrift()
    {
        lock (gate)
        {
            return [.. drifts];
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="differences">How its values differ.</param>
    /// <param name="expected">What it came to when it was recorded; null where that is the same.</param>
    /// <param name="actual">What it came to now.</param>
    private void End(LiveCall call, IReadOnlyList<ValueDifference> differences, string? expected, string actual)
    {
        running.Remove(call);
        if (expected is not null)
        {
            NoteChanged(call, differences, expected, actual);
        }

        if (call.Place?.LastEvent is not null)
        {
            call.SameResult ??= true;
        }

        call.End();
    }

    private void NoteChanged(LiveCall call, IReadOnlyList<ValueDifference> differences, string expected, string actual)
    {
        Log.HasChanged = true;
        if (call.Place is not { LastEvent: not null } place || call.SameResult == false)
        {
            return;
        }

        call.SameResult = false;
        if (plan!.Plan.ComparesResults && drifts.Count < MostDrifts)
        {
            drifts.Add(new ResultDrift
            {
                Event = (ulong)place.Sequence,
                Call = Log.Printer.Print(place),
                Path = differences.Count > 0 ? differences[0].Path : null,
                Expected = expected,
                Actual = actual,
                Differences = DivergenceLog.Describe(differences),
                SameArguments = call.SameArguments,
            });
        }
    }

    private List<ValueDifference> LiveDifferences(string name, ReadOnlyMemory<byte> recorded, ReadOnlySpan<byte> actual) =>
        recorded.Span.SequenceEqual(actual) ? [] : Differences(name, recorded, actual.ToArray());

    private List<ValueDifference> OutputDifferences(RecordedMethod method, IReadOnlyList<RecordedValue> recorded, ReadOnlySpan<byte> outputs)
    {
        var differences = new List<ValueDifference>();
        if (outputs.IsEmpty)
        {
            return differences;
        }

        var actual = EncodedArguments.Split(outputs.ToArray());
        for (var place = 0; place < actual.Count && place < method.Outputs.Length; place++)
        {
            if (!IsIgnored(method.OutputsIgnoredInMatch, place))
            {
                differences.AddRange(LiveDifferences(method.Outputs[place], place < recorded.Count ? recorded[place].Bytes : CallMatcher.Nil, actual[place].Span));
            }
        }

        return differences;
    }

    private string RecordedEnd(LiveCall call) => call.Place?.End switch
    {
        CallReturnedEvent returned => Log.Printer.PrintValue(returned.Result.Bytes),
        CallFailedEvent failed => Describe(failed),
        _ => "nothing that is recorded",
    };
}
