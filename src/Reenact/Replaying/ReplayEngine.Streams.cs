using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>Streams: how far the code reads them, and what those of replayed methods yield.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>Reads a recorded item.</summary>
    /// <exception cref="ReplayDivergenceException">It can't be read as what the stream yields now.</exception>
    public T Read<T, TCodec>(ScriptCall call, StreamItemEvent item)
        where TCodec : IValueCodec<T> =>
        Read<T, TCodec>(item.Item, item, call.Method.Name, item: call.Stream.Taken);

    /// <summary>The divergence of a call that returned no stream when it was recorded.</summary>
    public ReplayDivergenceException DivergeNoStream(ScriptCall call, CallReturnedEvent returned) =>
        Log.Add(
            DivergenceKind.ResultNotReadable,
            $"{Name(call)} returns a stream now; when it was recorded, it returned one value.",
            "The method's result has changed since: record the session again.",
            call.Parent,
            returned,
            expected: Log.Printer.PrintValue(returned.Result.Bytes));

    /// <summary>Notes that code asks a stream for an item.</summary>
    /// <returns>Whether the recording has another, or at least no end where the code stopped asking.</returns>
    /// <exception cref="ReplayDivergenceException">It had stopped asking when it was recorded.</exception>
    public bool CheckAsked(ScriptCall call)
    {
        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        if (!call.IsRecorded || call.Stream.Next is not StreamEndedEvent { Ending: StreamEnding.Abandoned } end)
        {
            return true;
        }

        call.Stream.Close();
        if (Log.HasChanged && !call.IsReplayed)
        {
            throw Log.AddUnservable(
                DivergenceKind.StreamReadDiffers,
                $"After a live result that differs from the recorded one, the code asks {Name(call)} for an item more than is recorded: it can't be served.",
                LiveRemedy(call.Method.Name),
                call.Parent,
                end);
        }

        DivergeRead(
            call,
            end,
            $"The code asks {Name(call)} for an item more than when it was recorded: it stopped after {Items(call.Stream.Count)} then.",
            "stops",
            "asks for another item");
        return false;
    }

    /// <summary>Notes that code stops reading a stream before its end.</summary>
    /// <exception cref="ReplayDivergenceException">It went on when it was recorded.</exception>
    public void CheckStopped(ScriptCall call)
    {
        var stream = call.Stream;
        if (Log.MustEnd || stream.Next is not { } next)
        {
            stream.Close();
            return; // It has diverged already; or the session ended before it read on.
        }

        stream.Close();
        if (next is not StreamEndedEvent { Ending: StreamEnding.Abandoned })
        {
            DivergeRead(
                call,
                next,
                $"The code stops reading {Name(call)} after {Items(stream.Taken)}: it went on when it was recorded.",
                next is StreamItemEvent item ? Log.Printer.PrintValue(item.Item.Bytes) : "the stream's end",
                "stops");
        }
    }

    /// <summary>Compares an item that a replayed stream yields with the recorded one.</summary>
    public void CheckItem(ScriptCall call, RecordedMethod method, ReadOnlySpan<byte> item)
    {
        if (!call.IsRecorded)
        {
            return;
        }

        var (stream, place) = (call.Stream, call.Stream.Taken);
        if (stream.Take() is not { } recorded)
        {
            if (stream.Next is { } end)
            {
                stream.Close();
                DivergeYield(call, method, end, Describe(stream), Log.Printer.PrintValue(item.ToArray()), [], $"yields an item more than the recorded {stream.Count}");
            }

            return;
        }

        if (recorded.Item.Bytes.Span.SequenceEqual(item))
        {
            return;
        }

        var actual = item.ToArray();
        var comparison = ValueComparer.Compare($"item[{place}]", new EncodedValue(recorded.Item.Bytes, script.Blobs), new EncodedValue(actual, script.Blobs));
        if (!comparison.AreEqual)
        {
            DivergeYield(
                call,
                method,
                recorded,
                Log.Printer.PrintValue(recorded.Item.Bytes),
                Log.Printer.PrintValue(actual),
                comparison.Differences,
                $"yields another item {place} than recorded");
        }
    }

    /// <summary>Compares how a replayed stream ends with how it ended when it was recorded.</summary>
    public void CheckStreamEnd(ScriptCall call, RecordedMethod method, in StreamEnd end)
    {
        Pump.NoteProgress();
        if (end.Failure is ReplayDivergenceException || !call.IsRecorded || Log.MustEnd)
        {
            return;
        }

        if (end.Ending == StreamEnding.Abandoned)
        {
            CheckStopped(call);
            CheckDisposal(call, method, end.Failure);
        }
        else if (call.Stream.Next is { } next)
        {
            call.Stream.Close();
            if (next is not StreamEndedEvent recorded || recorded.Ending != end.Ending || (end.Failure is not null && !IsSame(call.Stream.Failure, end.Failure)))
            {
                var expected = next is StreamItemEvent item ? Log.Printer.PrintValue(item.Item.Bytes) : Describe(call.Stream);
                var actual = end.Failure is { } failure ? Describe(failure) : "ends";
                DivergeYield(call, method, next, expected, actual, [], $"ends otherwise than recorded, after {Items(call.Stream.Taken)}");
            }
        }

        if (call.Stream.End is { } ended)
        {
            CheckComplete(call, ended);
        }
    }

    /// <summary>Compares how the disposal of a replayed stream ends with how it ended when it was recorded.</summary>
    public void CheckDisposal(ScriptCall call, RecordedMethod method, Exception? failure)
    {
        if (failure is ReplayDivergenceException || !call.IsRecorded || call.Stream.End is not { Ending: StreamEnding.Completed or StreamEnding.Abandoned } end)
        {
            return;
        }

        if (!IsSame(call.Stream.Failure, failure))
        {
            DivergeYield(
                call,
                method,
                end,
                call.Stream.Failure is { } recorded ? Describe(recorded) : "is disposed of",
                failure is null ? "is disposed of" : Describe(failure),
                [],
                "is disposed of otherwise than recorded");
        }
    }

    private static bool HasItems(ScriptCall call) => call.Stream.Count > 0;

    private static string Name(ScriptCall call) => CallPrinter.Shorten(call.Method.Name);

    private static string Items(int count) => count == 1 ? "1 item" : $"{count} items";

    private static string Describe(ScriptStream stream) => stream switch
    {
        { End.Ending: StreamEnding.Failed or StreamEnding.Canceled, Failure: { } failure } => Describe(failure),
        { End: null } => "no further item",
        _ => "ends",
    };

    /// <summary>Reports a stream that the code did not read as far as when it was recorded, and did not dispose of either.</summary>
    private void ReportUnread(ScriptCall call, long before)
    {
        if (call.Stream.NextRead is not { } next || next.Sequence >= before)
        {
            return;
        }

        call.Stream.Close();
        Log.Add(
            DivergenceKind.StreamReadDiffers,
            $"The code read {Items(call.Stream.Taken)} of {Name(call)}: it went on when it was recorded.",
            ReadRemedy,
            call.Parent,
            next,
            next is StreamItemEvent item ? Log.Printer.PrintValue(item.Item.Bytes) : Describe(call.Stream),
            "asks for no more");
    }

    private const string ReadRemedy =
        "Look at what makes the code go on with the stream, or leave it: a condition in the loop, a break, a limit. If it was changed on purpose, record the session again.";

    private void DivergeRead(ScriptCall call, RecordedEvent at, string message, string expected, string actual)
    {
        NoteBehindFork(at);
        var divergence = Log.Add(DivergenceKind.StreamReadDiffers, message, ReadRemedy, call.Parent, at, expected, actual);
        if (!Log.Tolerates(DivergenceKind.StreamReadDiffers))
        {
            throw divergence;
        }
    }

    private void DivergeYield(
        ScriptCall call,
        RecordedMethod method,
        RecordedEvent at,
        string expected,
        string actual,
        IReadOnlyList<ValueDifference> differences,
        string what)
    {
        Log.ThrowIfDiverged();
        NoteBehindFork(at);
        var divergence = Log.Add(
            DivergenceKind.OutputDiffers,
            $"{CallPrinter.Shorten(method.Name)} made the recorded calls, but {what}.",
            "The code before that item was changed, or depends on something that was not recorded. If it was changed on purpose, record the session again.",
            call.Parent,
            at,
            expected,
            actual,
            differences);
        if (!Log.Tolerates(DivergenceKind.OutputDiffers))
        {
            throw divergence;
        }
    }
}
