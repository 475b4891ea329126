using System.Collections.Immutable;
using Reenact.Replaying;

namespace Reenact;

/// <summary>
/// What a replay does otherwise than serve: which calls run live, which get another result, from where on all is live, and into which new
/// recording it goes. One plan serves for any number of recordings. Immutable; each member returns a plan with more in it. Thread-safe,
/// as far as the functions that it was given are.
/// </summary>
/// <remarks>
/// A method is named by its full name in recordings, or by an end of it that is whole words and of one method only:
/// <c>FlightTools.SearchDirectAsync</c>. Names and events are looked up when a replay gets the plan.
/// </remarks>
public sealed class ReplayPlan
{
    private ReplayPlan()
    {
    }

    private ReplayPlan(ReplayPlan other)
    {
        (LiveKinds, LiveMethods, Overrides) = (other.LiveKinds, other.LiveMethods, other.Overrides);
        (ForkEvent, RecordingPath, ReplacesRecording) = (other.ForkEvent, other.RecordingPath, other.ReplacesRecording);
        (ComparesResults, CodeVersion, HasFullNames, IsOfTest) = (other.ComparesResults, other.CodeVersion, other.HasFullNames, other.IsOfTest);
    }

    /// <summary>The plan of a replay that serves every recorded call.</summary>
    public static ReplayPlan Empty { get; } = new();

    /// <summary>The kinds of calls that run live. Methods with side effects do so only when they are named.</summary>
    public ImmutableArray<CallKind> LiveKinds { get; private init; } = [];

    /// <summary>The names of the methods whose calls run live, as they were given.</summary>
    public ImmutableArray<string> LiveMethods { get; private init; } = [];

    /// <summary>The calls that get another result than the recorded one; the last one for a call counts.</summary>
    public ImmutableArray<PlannedOverride> Overrides { get; private init; } = [];

    /// <summary>The number of the last event that is served; what the code calls after it runs live. Null without a fork.</summary>
    public long? ForkEvent { get; private init; }

    /// <summary>Where the replay is recorded; null where it is not.</summary>
    public string? RecordingPath { get; private init; }

    /// <summary>Whether a recording that is there already is replaced. If not, that is an error.</summary>
    public bool ReplacesRecording { get; private init; }

    /// <summary>Whether every recorded call runs live and is compared with the recording.</summary>
    public bool ComparesResults { get; private init; }

    /// <summary>
    /// The version of the code that is replayed, as a report and a fork say it. Null takes the informational version of the assembly that
    /// has the code.
    /// </summary>
    public string? CodeVersion { get; private init; }

    /// <summary>Whether the plan changes nothing of what a replay does, and records nothing.</summary>
    public bool IsEmpty => LiveKinds.IsEmpty && LiveMethods.IsEmpty && Overrides.IsEmpty && RecordingPath is null && !ComparesResults;

    /// <summary>Whether its names are full names that were found in some recording, so that one that lacks them is no error.</summary>
    internal bool HasFullNames { get; private init; }

    /// <summary>Whether a test made it of its options, so that advice speaks of those.</summary>
    internal bool IsOfTest { get; private init; }

    /// <summary>Runs calls live that go to something of a kind: a model, a tool. Those with side effects go live only by name.</summary>
    /// <exception cref="ArgumentException">It is <see cref="CallKind.Agent"/>: replayed methods run in every replay.</exception>
    public ReplayPlan Live(CallKind kind)
    {
        if (kind == CallKind.Agent)
        {
            throw new ArgumentException("[Replayed] methods run in every replay. Name the kind of the recorded calls that are to run live.", nameof(kind));
        }

        return new ReplayPlan(this) { LiveKinds = LiveKinds.Contains(kind) ? LiveKinds : LiveKinds.Add(kind) };
    }

    /// <summary>Runs the calls of a method live, also if they have side effects.</summary>
    /// <param name="method">Its full name, or an end of it that is whole words and of one method only.</param>
    public ReplayPlan Live(string method)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        return new ReplayPlan(this) { LiveMethods = LiveMethods.Contains(method) ? LiveMethods : LiveMethods.Add(method) };
    }

    /// <summary>Gives all calls of a method a result. Of several overrides of one method the last counts; that of a single call goes before them.</summary>
    /// <param name="method">Its full name, or an end of it that is whole words and of one method only.</param>
    /// <param name="result">
    /// What the calls return, or what their task does; of a method that returns a stream, an <see cref="IEnumerable{T}"/> of its items.
    /// </param>
    public ReplayPlan Override<T>(string method, T result) => With(PlannedOverride.Of(Name(method), call: null, result));

    /// <summary>Gives one recorded call a result, whatever an override of its method gives. Of several for one call the last counts.</summary>
    /// <param name="call">The number of the event that starts the call.</param>
    /// <param name="result">What the call returns, or what its task does.</param>
    public ReplayPlan Override<T>(long call, T result) => With(PlannedOverride.Of(method: null, Number(call), result));

    /// <summary>Gives calls of a method results that are made of the recorded ones.</summary>
    /// <param name="method">Its full name, or an end of it that is whole words and of one method only.</param>
    /// <param name="result">Makes the result of a call. It must be thread-safe where one plan is used for several replays at once.</param>
    public ReplayPlan OverrideWith<T>(string method, Func<OverriddenCall<T>, T> result) => With(PlannedOverride.Of(Name(method), call: null, result));

    /// <summary>Gives one recorded call a result that is made of the recorded one.</summary>
    /// <param name="call">The number of the event that starts the call.</param>
    /// <param name="result">Makes the result.</param>
    public ReplayPlan OverrideWith<T>(long call, Func<OverriddenCall<T>, T> result) => With(PlannedOverride.Of(method: null, Number(call), result));

    /// <summary>Lets all calls of a method fail.</summary>
    /// <param name="method">Its full name, or an end of it that is whole words and of one method only.</param>
    /// <param name="exception">Makes the exception of a call.</param>
    public ReplayPlan OverrideFailure(string method, Func<Exception> exception) => With(PlannedOverride.Of(Name(method), call: null, exception));

    /// <summary>Lets one recorded call fail.</summary>
    /// <param name="call">The number of the event that starts the call.</param>
    /// <param name="exception">Makes the exception.</param>
    public ReplayPlan OverrideFailure(long call, Func<Exception> exception) => With(PlannedOverride.Of(method: null, Number(call), exception));

    /// <summary>
    /// Serves the recording up to an event, runs live from there on, and records all of it: a fork, which names the recorded session and the event.
    /// </summary>
    /// <param name="lastServed">The number of the last event that is served. Calls that had started by then get their recorded end.</param>
    /// <param name="path">The recording to make. It is written before anything runs live.</param>
    /// <param name="replace">Whether a recording that is there already is replaced; otherwise it is an error.</param>
    public ReplayPlan ForkAt(long lastServed, string path, bool replace = false) =>
        RecordTo(path, replace).WithFork(Number(lastServed));

    /// <summary>Records the replay into a new recording, which names the recorded session: what was served, what ran, and what ran live.</summary>
    /// <param name="path">The recording to make.</param>
    /// <param name="replace">Whether a recording that is there already is replaced; otherwise it is an error.</param>
    public ReplayPlan RecordTo(string path, bool replace = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ReplayPlan(this) { RecordingPath = path, ReplacesRecording = replace };
    }

    /// <summary>
    /// Runs every recorded call live and compares it with the recording: the report's drift says how tools and models answer now. Calls
    /// with side effects that are not named are served.
    /// </summary>
    public ReplayPlan Compare() => new(this) { ComparesResults = true };

    /// <summary>Says which version of the code is replayed.</summary>
    public ReplayPlan WithCodeVersion(string version)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new ReplayPlan(this) { CodeVersion = version };
    }

    /// <summary>The plan on one line, for people.</summary>
    public override string ToString() => PlanText.Print(this);

    /// <summary>The plan as JSON, as reports have it.</summary>
    public string ToJson() => PlanJson.Write(this, CodeVersion);

    /// <summary>The plan with full names.</summary>
    /// <param name="methods">The full names there are.</param>
    /// <param name="where">What has them, for messages.</param>
    /// <param name="replayed">The full names of methods that run in every replay.</param>
    /// <exception cref="ArgumentException">A name is that of none of them, or of several.</exception>
    internal ReplayPlan WithFullNames(IReadOnlySet<string> methods, string where, IReadOnlySet<string> replayed) => new(this)
    {
        HasFullNames = true,
        LiveMethods = [.. LiveMethods.Select(name => MethodNames.Resolve(name, methods, where, replayed))],
        Overrides = [.. Overrides.Select(planned => planned.Method is { } name ? planned.For(MethodNames.Resolve(name, methods, where, replayed)) : planned)],
    };

    /// <summary>The same plan, as one that a test made of its options.</summary>
    internal ReplayPlan OfTest() => new(this) { IsOfTest = true };

    private static string Name(string method)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        return method;
    }

    private static long Number(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return sequence;
    }

    private ReplayPlan WithFork(long lastServed) => new(this) { ForkEvent = lastServed };

    private ReplayPlan With(PlannedOverride planned) => new(this) { Overrides = Overrides.Add(planned) };
}
