using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <content>What is said of live calls, and of what follows from them.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>The divergence of a call with side effects that would run live without having been named.</summary>
    public ReplayDivergenceException RefuseSideEffects(RecordedMethod method, ScriptCall? inside) => Log.Add(
        DivergenceKind.SideEffectsRefused,
        $"The code calls {CallPrinter.Shorten(method.Name)}, which has side effects, where it would run live. It was not run.",
        SideEffectsRemedy(method),
        inside);

    /// <summary>The divergence of a replay that waited too long for a live call.</summary>
    public void ReportOverdue(LiveCall call) => Log.Add(
        DivergenceKind.Stuck,
        $"{CallPrinter.Shorten(call.Method.Name)} runs live, and has not ended within {Options.LiveTimeout}.",
        "Look at what the call waits for, and whether this machine can reach it. For calls that take longer, set ReplayOptions.LiveTimeout.",
        call.Place?.Parent,
        call.Place?.Start);

    /// <summary>The divergence of a stream that was served up to the fork point, and is enumerated again after it.</summary>
    public ReplayDivergenceException DivergeEnumeratedAgain(RecordedMethod method, ScriptCall? call) => Log.Add(
        DivergenceKind.UnexpectedCall,
        $"The code enumerates the stream of {CallPrinter.Shorten(method.Name)} again where the call would run live, but the stream was not made by a live call: nothing can run.",
        "Fork before the call that returned the stream, or override all calls of the method.",
        call?.Parent,
        call?.Start);

    /// <summary>The divergence of a given result that its method can't return.</summary>
    public ReplayDivergenceException DivergeOverride(LiveCall call, string problem, string? remedy = null) => Log.Add(
        DivergenceKind.ResultNotReadable,
        $"The plan overrides {CallPrinter.Shorten(call.Method.Name)} with {call.Planned!.What}, {problem}.",
        remedy ?? "Give Override a value of the type that the method returns, or that its task does; for a stream, an IEnumerable<T> of its items.",
        call.Place?.Parent,
        call.Place?.Start);

    private string SideEffectsRemedy(RecordedMethod method) => SideEffectsRemedy(method.Name);

    /// <summary>A test has no plan to change, but options.</summary>
    private string SideEffectsRemedy(string method)
    {
        var full = TextEscape.Message(method);
        if (!CanBeNamed(method))
        {
            return "It has side effects, and runs live only when it is named; but the recording has no call of it, so that no plan can. " +
                "Keep the code from calling it here, or record a session in which it does.";
        }

        return plan is { Plan.IsOfTest: true }
            ? $"It has side effects, and runs for real only when the test names it: new ReenactTestOptions {{ AllowSideEffects = [\"{full}\"] }}."
            : $"It has side effects, and runs live only when it is named: .Live(\"{full}\"). Or give it a result: .Override(\"{full}\", …).";
    }

    /// <summary>Whether a plan can name a method; the methods of an experiment are those of all its recordings.</summary>
    private bool CanBeNamed(string method) => plan is { Plan.HasFullNames: true } || ResolvedPlan.MethodsOf(script.Recording).Contains(method);

    /// <summary>How a served call that can't go on is made live. What a test that compares serves has side effects; all else is live there.</summary>
    private string LiveRemedy(string method) =>
        plan is { Plan: { IsOfTest: true, ComparesResults: true } }
            ? SideEffectsRemedy(method)
            : $"Make the call live too: .Live(\"{TextEscape.Message(method)}\").";

    /// <summary>What changed on purpose, so that code goes another way.</summary>
    private string AfterWhat => hasRunLive
        ? "After a live result that differs from the recorded one"
        : liveCalls.Count > 0 ? "After a result that the plan gives, which differs from the recorded one" : $"Behind event {forkAt}, where the replay forks";

    /// <param name="parent">Where the call is made.</param>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="place">The recorded call that comes nearest; null where the recording has none left.</param>
    private ReplayDivergenceException DivergeAfterChange(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? place)
    {
        var name = CallPrinter.Shorten(method.Name);
        var full = TextEscape.Message(method.Name);
        var remedy = method.SideEffects
            ? SideEffectsRemedy(method)
            : CanBeNamed(method.Name)
                ? $"Make it live too, .Live(\"{full}\") or .Live(CallKind.{method.Kind}), or give it a result: .Override(\"{full}\", …)."
                : $"Make it live too, with all calls of its kind: .Live(CallKind.{method.Kind}). The recording has no call of it, so that it can't be named.";
        if (place is null)
        {
            Extra++;
            return Log.Add(
                DivergenceKind.UnexpectedCall,
                $"{AfterWhat}, the code calls {name}, of which the recording has no call left here: it can't be served.",
                remedy,
                parent,
                Due(parent, method)?.Start,
                actual: Log.Printer.Print(method, arguments));
        }

        return Log.Add(
            DivergenceKind.ArgumentsDiffer,
            $"{AfterWhat}, the code calls {name} with arguments that the recording doesn't have: it can't be served.",
            remedy,
            parent,
            place.Start,
            Log.Printer.Print(place),
            Log.Printer.Print(method, arguments),
            matcher.Differences(place, method, arguments.Span));
    }

    private void NoteOrder(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due, ScriptCall later) => Log.AddConsequence(
        DivergenceKind.OrderDiffers,
        $"The code calls {CallPrinter.Shorten(method.Name)} at another place than when it was recorded.",
        parent,
        later.Start,
        due is null ? "no further call" : Log.Printer.Print(due),
        Log.Printer.Print(method, arguments));

    private void NoteArguments(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall place) => Log.AddConsequence(
        DivergenceKind.ArgumentsDiffer,
        $"The code calls {CallPrinter.Shorten(method.Name)} with other arguments than recorded.",
        parent,
        place.Start,
        Log.Printer.Print(place),
        Log.Printer.Print(method, arguments),
        matcher.Differences(place, method, arguments.Span));

    private void NoteUnexpected(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments) => Log.AddConsequence(
        DivergenceKind.UnexpectedCall,
        $"The code calls {CallPrinter.Shorten(method.Name)}, which the recording doesn't have here.",
        parent,
        Due(parent, method)?.Start,
        actual: Log.Printer.Print(method, arguments));

    private void NoteCapture(ScriptCall call, CaptureSource source, string? name) => Log.AddConsequence(
        DivergenceKind.CapturedValueExhausted,
        $"The code reads {Describe(source, name)} once more than when it was recorded, and got the value of now.",
        call,
        call.IsRecorded ? call.Start : null);
}
