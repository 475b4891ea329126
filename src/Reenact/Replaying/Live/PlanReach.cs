using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// Finds names in plans that would do nothing: of methods that were only called inside calls that are served, whose bodies don't run.
/// </summary>
internal static class PlanReach
{
    /// <summary>Checks a plan with full names.</summary>
    /// <param name="resolved">The plan.</param>
    /// <param name="reached">The full names of the methods that replayed code called.</param>
    /// <param name="around">The outermost served call in which a method was called first; null where it was called in none.</param>
    /// <exception cref="ArgumentException">Nothing in the plan can bring a replay to a method that it names.</exception>
    public static void Check(ReplayPlan resolved, IReadOnlySet<string> reached, Func<string, ServedAround?> around)
    {
        var names = resolved.LiveMethods.Concat(resolved.Overrides.Select(static planned => planned.Method).OfType<string>()).ToList();
        if (names.TrueForAll(reached.Contains) || LeadsElsewhere(resolved, names, reached))
        {
            return;
        }

        foreach (var name in names)
        {
            if (around(name) is { } served)
            {
                throw new ArgumentException(
                    $"{TextEscape.Message(name)} was only called inside {TextEscape.Message(served.Method)} (event {served.Event} of {served.Recording}), which is served: its body does not run, so naming " +
                    $"{CallPrinter.Shorten(name)} would change nothing. Name \"{TextEscape.Message(served.Method)}\" instead; where {CallPrinter.Shorten(name)} is meant to run inside it, name that one first.");
            }
        }
    }

    /// <summary>The outermost served call in which a method was called first, where replayed code never called it.</summary>
    public static ServedAround? Around(string method, Recording recording, ScriptFacts facts) =>
        !facts.Reached.Contains(method) && facts.Inside.TryGetValue(method, out var span) && OutermostServed(span, recording) is { } served
            ? new ServedAround(served.Method.Name, served.Start.Sequence, recording.Path)
            : null;

    /// <summary>The outermost call around another that is served: what is made inside it is not made on replay.</summary>
    /// <param name="span">The call's span.</param>
    /// <param name="recording">The recording.</param>
    /// <returns>Null for a call that replayed code made.</returns>
    public static RecordedSpan? OutermostServed(long span, Recording recording)
    {
        RecordedSpan? served = null;
        for (var around = recording.FindCall(span)?.Parent; around is not null; around = around.Parent)
        {
            served = around.Method.Kind == CallKind.Agent ? served : around;
        }

        return served;
    }

    /// <summary>
    /// Whether something else in the plan runs bodies, or may lead the code to other calls than recorded: then any recorded method may be called.
    /// </summary>
    private static bool LeadsElsewhere(ReplayPlan plan, List<string> names, IReadOnlySet<string> reached) =>
        !plan.LiveKinds.IsEmpty || plan.ComparesResults || plan.ForkEvent is not null
        || names.Exists(reached.Contains) || plan.Overrides.Any(static planned => planned.Call is not null);
}
