using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>What is said of a call that is not the recorded one.</content>
internal sealed partial class ReplayEngine
{
    private const string AddedRemedy =
        "If the call was added on purpose, record the session again. If not, look at the condition before the call, and at the call that was expected here.";

    private const string OrderRemedy =
        "If the order was changed on purpose, replay with MatchOrder.PerMethod or record the session again. If not, look for what now decides otherwise before this call.";

    private ReplayDivergenceException Diverge(ParkedCall call) =>
        Diverge(
            call.Parent,
            call.Method,
            call.Arguments,
            Due(call.Parent, call.Method),
            matcher.OutOfTurn(call.Parent, call.Method, call.Arguments));

    private ReplayDivergenceException Diverge(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due, ScriptCall? later)
    {
        if (later is not null)
        {
            return DivergeOrder(parent, method, arguments, due!, later);
        }

        if (due is not null && due.Method.Name == method.Name && CallMatcher.IsServedOnly(due, method))
        {
            return DivergeReplayed(parent, method, arguments, due);
        }

        if (due is not null && due.Method.Name == method.Name)
        {
            return DivergeArguments(parent, method, arguments, due);
        }

        if (due is null && !script.IsWhole && parent is not { IsRecorded: true, HasEnded: true })
        {
            return DivergeAtCut(parent, $"calls {CallPrinter.Shorten(method.Name)}", Log.Printer.Print(method, arguments));
        }

        return DivergeUnexpected(parent, method, arguments, due);
    }

    /// <summary>The call is recorded farther on: what is before it was moved or left out.</summary>
    private ReplayDivergenceException DivergeOrder(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall due, ScriptCall later)
    {
        var between = parent.UnusedWithin(0).TakeWhile(call => call != later).Count();
        return Log.Add(
            DivergenceKind.OrderDiffers,
            $"The code calls {CallPrinter.Shorten(method.Name)} now, which is recorded as event {later.Sequence}, but {Calls(between)} recorded before it has not been made: " +
            "moved behind it, or left out.",
            OrderRemedy,
            parent,
            due.Start,
            Log.Printer.Print(due),
            $"{Log.Printer.Print(method, arguments)}  (recorded as event {later.Sequence})",
            candidates: parent.UnusedWithin(0),
            due: due,
            later: later);
    }

    /// <summary>The call is made after others that are recorded behind it.</summary>
    private ReplayDivergenceException DivergeMoved(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall recorded) =>
        Log.Add(
            DivergenceKind.OrderDiffers,
            $"The code calls {CallPrinter.Shorten(method.Name)} only now: it is recorded before the calls that were just made.",
            OrderRemedy,
            parent,
            recorded.Start,
            Log.Printer.Print(recorded),
            $"{Log.Printer.Print(method, arguments)}, after {(Log.LastMatched is { } last ? Log.Printer.PrintShortly(last) : "nothing")}",
            due: recorded);

    private ReplayDivergenceException DivergeArguments(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall due)
    {
        var name = CallPrinter.Shorten(method.Name);
        var differences = matcher.Differences(due, method, arguments.Span);
        var changed = due.Method.Signature != method.Signature ? CallPrinter.ChangedSignature(due.Method, method) : "";
        var elsewhere = changed.Length == 0 ? Elsewhere(parent, method, arguments) : "";
        var (expected, actual) = (Log.Printer.Print(due), Log.Printer.Print(method, arguments));
        return Log.Add(
            DivergenceKind.ArgumentsDiffer,
            $"The code calls {name} with other arguments than recorded.{changed}{elsewhere}",
            changed.Length > 0
                ? "The method was changed after the recording was made: record the session again, or take the change back. A parameter that has no part in what the call does " +
                  "can be marked [IgnoreRecorded]."
                : $"Follow {(differences.Count > 0 ? differences[0].Path : "the value")} back to where it is made. If it was changed on purpose, record the session again; a value that is " +
                  "meant to vary belongs in a parameter marked [IgnoreInMatch].",
            parent,
            due.Start,
            expected,
            expected.StartsWith(actual + " ", StringComparison.Ordinal) ? "the same, as far as it is shown here; what differs stands below" : actual,
            differences,
            Nearest(parent, method, arguments, except: due),
            due);
    }

    /// <summary>The call was served by an outside when it was recorded, and is code of the session now.</summary>
    private ReplayDivergenceException DivergeReplayed(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall due) =>
        Log.Add(
            DivergenceKind.UnexpectedCall,
            $"The code runs {CallPrinter.Shorten(method.Name)} as [Replayed] code. It was [Recorded] when the recording was made, so nothing of what goes on inside it is there.",
            "The method was changed after the recording was made: record the session again, or take the change back.",
            parent,
            due.Start,
            Log.Printer.Print(due),
            $"{Log.Printer.Print(method, arguments)}  (its body)",
            due: due);

    private ReplayDivergenceException DivergeUnexpected(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due)
    {
        Extra++;
        var name = CallPrinter.Shorten(method.Name);
        var nearest = Nearest(parent, method, arguments, except: null);
        var used = parent.CountUsed(method.Name);
        var left = nearest.Count(call => call.Method.Name == method.Name);
        var known = left > 0 ? $" The recording has {name} later, with other arguments."
            : used == 0 ? $" The recording has no call of {name} here."
            : $" {used} of {used} recorded calls of {name} here are used already.";
        return Log.Add(
            DivergenceKind.UnexpectedCall,
            $"The code calls {name}, but {(due is null ? "no further call is recorded here" : "another call is recorded next")}.{known}{Twice(method, arguments)}{Elsewhere(parent, method, arguments)}",
            AddedRemedy,
            parent,
            due?.Start,
            due is null ? "no further call" : Log.Printer.Print(due),
            Log.Printer.Print(method, arguments),
            candidates: nearest,
            due: due);
    }

    private static string Calls(int count) => count == 1 ? "a call" : $"one of {count} calls";

    /// <summary>Whether the code made the very same call just before.</summary>
    private string Twice(RecordedMethod method, ReadOnlyMemory<byte> arguments) =>
        Log.LastMatched is { } last && matcher.IsOf(last, method) && matcher.Differences(last, method, arguments.Span).Count == 0
            ? $" It made the same call just before (event {last.Sequence}): it makes it twice now."
            : "";
}
