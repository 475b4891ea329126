using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What calls return: served from the recording, or compared with it.</content>
internal sealed partial class ReplayEngine
{
    private const string ChangedRemedy =
        "The type has changed since. Keep the members that recordings have ([RecordedName] for a renamed one), or record the session again.";

    private const string ErasedRemedy =
        "It is marked [Sensitive], so this replay can't serve it. If it was encrypted for a role, give ReplayOptions.Redaction that role's key. If the code can do with " +
        "null, zero or empty text in its place, set ReplayOptions.ServeRedactedAsDefault, or mark the member [IgnoreRecorded]. Else return what the code needs apart from " +
        "it, or record it in a form that can be given back ([Sensitive(Role = \"…\")]); then record the session again.";

    /// <summary>Reads a recorded result.</summary>
    /// <exception cref="ReplayDivergenceException">It can't be read as what the method returns now.</exception>
    public T Read<T, TCodec>(ScriptCall call, CallReturnedEvent returned)
        where TCodec : IValueCodec<T> =>
        Read<T, TCodec>(returned.Result, returned, call.Method.Name);

    /// <summary>Reads a recorded report.</summary>
    /// <exception cref="ReplayDivergenceException">It can't be read as what the method reports now.</exception>
    public T Read<T, TCodec>(ProgressEvent report)
        where TCodec : IValueCodec<T> =>
        Read<T, TCodec>(report.Value, report);

    /// <summary>Reads a recorded value that code captured.</summary>
    /// <exception cref="ReplayDivergenceException">It can't be read as what the code captures now.</exception>
    public T Read<T, TCodec>(ValueCapturedEvent captured)
        where TCodec : IValueCodec<T> =>
        Read<T, TCodec>(captured.Value, captured);

    /// <summary>Recorded exceptions that came back as <see cref="RecordedException"/>, by type.</summary>
    public string[] Unmade()
    {
        lock (gate)
        {
            return [.. unmadeExceptions];
        }
    }

    /// <summary>The divergence of a call whose end was never recorded.</summary>
    public ReplayDivergenceException DivergeWithoutEnd(ScriptCall call) =>
        Log.Add(
            DivergenceKind.RecordingEnds,
            HasItems(call)
                ? $"The recording has no more items of {CallPrinter.Shorten(call.Method.Name)}, and no end of it: when it was recorded, the code asked for no more, or still waited at the end."
                : $"The recording ends inside this call of {CallPrinter.Shorten(call.Method.Name)}: nothing says what it returned.",
            "The recorded process ended, or was cut off, during the call. The replay has reproduced everything up to there.",
            call.Parent,
            call.Start,
            Log.Printer.Print(call));

    /// <summary>Notes a call whose end was never recorded, so that waiting for it is explained.</summary>
    public void NoteEndless(ScriptCall call)
    {
        lock (gate)
        {
            endless = call;
        }
    }

    /// <summary>Whether the code can be waiting only for what a recording that was cut off doesn't have.</summary>
    public bool AwaitsCutEnd
    {
        get
        {
            lock (gate)
            {
                return endless is not null && !script.IsWhole;
            }
        }
    }

    /// <summary>How many replayed methods have ended and were compared with how they ended when they were recorded.</summary>
    public int ComparedOutputs => Volatile.Read(ref comparedOutputs);

    /// <summary>Compares what a replayed method returned with what it returned when it was recorded.</summary>
    public void CheckReturn(ScriptCall call, RecordedMethod method, ReadOnlySpan<byte> result, ReadOnlySpan<byte> outputs, CallReports? reports)
    {
        Pump.NoteProgress();
        if (call.End is not { } end)
        {
            return;
        }

        Interlocked.Increment(ref comparedOutputs);
        if (end is CallReturnedEvent returned)
        {
            if (!returned.Result.Bytes.Span.SequenceEqual(result))
            {
                var actual = result.ToArray();
                var comparison = ValueComparer.Compare("result", new EncodedValue(returned.Result.Bytes, script.Blobs), new EncodedValue(actual, script.Blobs));
                if (!comparison.AreEqual)
                {
                    DivergeOutput(call, method, Log.Printer.PrintValue(returned.Result.Bytes), Log.Printer.PrintValue(actual), comparison.Differences);
                }
            }

            CheckOutputs(call, method, returned.Outs, outputs);
            CheckReports(call, method, reports);
            CheckComplete(call, returned);
        }
        else if (end is CallFailedEvent failed)
        {
            DivergeOutput(call, method, Describe(failed), Log.Printer.PrintValue(result.ToArray()), []);
        }
    }

    /// <summary>Compares how a replayed method failed with how it ended when it was recorded.</summary>
    public void CheckFailure(ScriptCall call, RecordedMethod method, Exception exception, ReadOnlySpan<byte> outputs, CallReports? reports)
    {
        Pump.NoteProgress();
        if (exception is ReplayDivergenceException || call.End is not { } end)
        {
            return;
        }

        Interlocked.Increment(ref comparedOutputs);
        var actual = Describe(exception);
        if (end is CallReturnedEvent returned)
        {
            DivergeOutput(call, method, Log.Printer.PrintValue(returned.Result.Bytes), actual, []);
        }
        else if (end is CallFailedEvent failed)
        {
            if (!IsSame(failed, exception))
            {
                DivergeOutput(call, method, Describe(failed), actual, []);
            }

            CheckOutputs(call, method, failed.Outs, outputs);
            CheckReports(call, method, reports);
        }
    }

    private bool IsSame(CallFailedEvent? failed, Exception? exception) =>
        failed is null || exception is null
            ? failed is null && exception is null
            : RecordedExceptions.ServedType(failed.Failure.Type) == RecordedExceptions.ServedType(NameOf(exception)) && failed.Failure.Message == MessageOf(exception);

    private static string NameOf(Exception exception) =>
        exception is RecordedException recorded ? recorded.OriginalType : exception.GetType().FullName!;

    private static string Describe(CallFailedEvent failed) =>
        $"throws {TextEscape.Message(failed.Failure.Type)}: {TextEscape.Message(failed.Failure.Message)}";

    private T Read<T, TCodec>(RecordedValue value, RecordedEvent at, string method = "", string? output = null, int item = 0)
        where TCodec : IValueCodec<T>
    {
        try
        {
            return ValueReading.Read<T, TCodec>(value.Bytes, new ValueReadContext(script.Blobs) { RoleKeys = script.Recording.RoleKeys, ServesDefaults = Options.ServeRedactedAsDefault });
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Not only a ValueFormatException: a codec that somebody wrote throws what it likes.
            throw Log.Add(
                DivergenceKind.ResultNotReadable,
                $"{Describe(at, method, output, item)} can't be read as {typeof(T)}: {TextEscape.Message(exception.Message)}",
                exception is ValueFormatException { IsErased: true } ? ErasedRemedy : ChangedRemedy,
                inside: null,
                at,
                expected: Log.Printer.PrintValue(value.Bytes));
        }
    }

    private static string Describe(RecordedEvent at, string method, string? output, int item) => at switch
    {
        _ when output is not null => $"The recorded value of {output}, which {CallPrinter.Shorten(method)} set,",
        StreamItemEvent => $"Item {item} of {CallPrinter.Shorten(method)}",
        ProgressEvent => "A recorded report of progress",
        ValueCapturedEvent captured => $"The recorded value of {Describe(captured.Source, captured.Name)}",
        _ => $"The recorded result of {CallPrinter.Shorten(method)}",
    };

    /// <summary>
    /// What was called inside a method before it ended is called before it ends again; in a recording that ran freely, it may come
    /// a little later. What losers of races call after the method's end comes later in any case.
    /// </summary>
    private void CheckComplete(ScriptCall call, RecordedEvent end)
    {
        if (script.Exactness == Exactness.Exact)
        {
            ReportMissing(call, before: end.Sequence);
            Log.ThrowIfDiverged();
        }
    }

    private void DivergeOutput(
        ScriptCall call, RecordedMethod method, string expected, string actual, IReadOnlyList<ValueDifference> differences)
    {
        Log.ThrowIfDiverged();
        NoteBehindFork(call.End!);
        var unmade = Unmade();
        var hint = unmade.Length == 0
            ? ""
            : $" Recorded exceptions came back as RecordedException, so a catch of their type did not see them: {string.Join(", ", unmade)}.";
        var divergence = Log.Add(
            DivergenceKind.OutputDiffers,
            $"{CallPrinter.Shorten(method.Name)} made the recorded calls, but ends otherwise than recorded.{hint}",
            "The code between the last call and its end was changed, or depends on something that was not recorded. If it was changed on purpose, record the session again.",
            call.Parent,
            call.End,
            expected,
            actual,
            differences);
        if (!Log.Tolerates(DivergenceKind.OutputDiffers))
        {
            throw divergence;
        }
    }
}
