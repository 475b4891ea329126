using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>A plan for one recording: its names are full names, its events are there.</summary>
internal sealed class ResolvedPlan
{
    private readonly HashSet<string> live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedOverride> overrides = new(StringComparer.Ordinal);
    private readonly Dictionary<long, PlannedOverride> overriddenCalls = [];

    /// <exception cref="ArgumentException">
    /// A name is that of no recorded method or of several, or of one that only calls that are served have called; or an event is none of the recording.
    /// </exception>
    public ResolvedPlan(ReplayPlan plan, Recording recording, ScriptFacts facts)
    {
        Plan = plan;
        if (plan.RecordingPath is { } path && SameFile.Is(path, recording.Path))
        {
            throw new ArgumentException(
                $"The replay of {recording.Path} can't be recorded into {path}: that is the recording itself, from which it is served. Give the new recording another path.");
        }

        var resolved = plan.HasFullNames || (plan.LiveMethods.IsEmpty && plan.Overrides.IsEmpty) ? plan : plan.WithFullNames(MethodsOf(recording), recording.Path, ReplayedOf(recording));
        if (!plan.HasFullNames)
        {
            PlanReach.Check(resolved, facts.Reached, name => PlanReach.Around(name, recording, facts));
        }

        live.UnionWith(resolved.LiveMethods);
        foreach (var planned in resolved.Overrides)
        {
            if (planned.Method is { } method)
            {
                overrides[method] = planned;
            }
            else
            {
                overriddenCalls[StartOf(planned.Call!.Value, recording)] = planned;
            }
        }

        if (plan.ForkEvent >= recording.EventCount)
        {
            throw new ArgumentException($"The replay can't fork at event {plan.ForkEvent}: the last event of {recording.Path} is {recording.EventCount - 1}.");
        }
    }

    public ReplayPlan Plan { get; }

    /// <summary>Whether the plan says that calls of the method run live.</summary>
    public bool IsLive(RecordedMethod method) => IsNamed(method) || (!method.SideEffects && (Plan.ComparesResults || Plan.LiveKinds.Contains(method.Kind)));

    /// <summary>Whether the plan has the method live by its name; only so do calls with side effects run live.</summary>
    public bool IsNamed(RecordedMethod method) => live.Contains(method.Name);

    /// <summary>What a call gets instead of its recorded result; null for that.</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="place">The recorded call in whose place it is made; null where there is none.</param>
    public PlannedOverride? OverrideOf(RecordedMethod method, ScriptCall? place) =>
        place is not null && overriddenCalls.TryGetValue(place.Sequence, out var one) ? one : overrides.GetValueOrDefault(method.Name);

    /// <summary>Whether a call of the method can be overridden, so that its place is to be found.</summary>
    public bool MayOverride(RecordedMethod method) => overriddenCalls.Count > 0 || overrides.ContainsKey(method.Name);

    /// <summary>The full names of the methods whose calls a recording serves.</summary>
    public static HashSet<string> MethodsOf(Recording recording) =>
        recording.Methods.Where(method => method.Kind != CallKind.Agent).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The full names of the methods that run in every replay.</summary>
    public static HashSet<string> ReplayedOf(Recording recording) =>
        recording.Methods.Where(method => method.Kind == CallKind.Agent).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);

    private static long CheckServed(CallStartedEvent start, Recording recording)
    {
        return PlanReach.OutermostServed(start.Span, recording) is not { } served
            ? start.Sequence
            : throw new ArgumentException(
                $"Event {start.Sequence} of {recording.Path} starts a call of {CallPrinter.Shorten(start.Method.Name)} that was made inside {CallPrinter.Shorten(served.Method.Name)}, whose body does not run on replay. Override that call, event {served.Start.Sequence}, instead.");
    }

    private static long StartOf(long call, Recording recording) => recording.ReadEvent(call) switch
    {
        CallStartedEvent { Method.Kind: CallKind.Agent } replayed =>
            throw new ArgumentException($"Event {call} of {recording.Path} is a call of {replayed.Method.Name}, which is replayed: only recorded calls can get another result."),
        CallStartedEvent start => CheckServed(start, recording),
        null => throw new ArgumentException($"{recording.Path} has no event {call} whose call could be overridden: its last event is {recording.EventCount - 1}."),
        var other => throw new ArgumentException(
            $"Event {call} of {recording.Path} is no start of a call ({other.GetType().Name}). Give the number of the event that starts the call; `reenact show` prints them."),
    };
}
