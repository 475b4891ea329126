using Reenact.Replaying;

namespace Reenact.Experiments;

/// <summary>The methods that the recordings of an experiment have, by full names, so that those that its plan names can be found.</summary>
internal sealed class ExperimentMethods
{
    private readonly HashSet<string> served = new(StringComparer.Ordinal);
    private readonly HashSet<string> replayed = new(StringComparer.Ordinal);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServedAround?> inside = new(StringComparer.Ordinal);

    /// <summary>Those that are recorded calls.</summary>
    public IReadOnlySet<string> Served => served;

    /// <summary>Those that run in every replay.</summary>
    public IReadOnlySet<string> Replayed => replayed;

    /// <summary>Those that replayed code called in some recording.</summary>
    public IReadOnlySet<string> Reached => reached;

    /// <summary>Of methods that replayed code called in no recording so far: in which served call they were called first.</summary>
    public IReadOnlyDictionary<string, ServedAround?> Inside => inside;

    /// <exception cref="RecordingException">The recording is damaged.</exception>
    public void Add(Recording recording)
    {
        var methods = ResolvedPlan.MethodsOf(recording);
        served.UnionWith(methods);
        replayed.UnionWith(ResolvedPlan.ReplayedOf(recording));
        if (reached.IsSupersetOf(methods))
        {
            return; // Nothing more is to be found out, so the recording is not walked over.
        }

        var facts = ScriptSurvey.Run(recording);
        reached.UnionWith(facts.Reached);
        foreach (var method in methods)
        {
            inside.TryAdd(method, PlanReach.Around(method, recording, facts));
        }
    }
}
