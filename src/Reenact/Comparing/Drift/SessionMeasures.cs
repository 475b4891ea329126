using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>What a session took and came to: all that comparing sets of sessions needs of a recording. Immutable and thread-safe.</summary>
public sealed record SessionMeasures
{
    /// <summary>No more methods than that are told apart in a session; the rest counts as one.</summary>
    private const int MaxMethods = 1000;
    private const string OtherMethods = "(other methods)";

    private SessionMeasures()
    {
    }

    /// <summary>The file, or the name of another store.</summary>
    public required string Path { get; init; }

    /// <summary>The session's id.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The session that it is a fork of; null when it is none.</summary>
    public string? ParentSession { get; init; }

    /// <summary>Who ran what.</summary>
    public required SessionInfo Info { get; init; }

    /// <summary>How it ended, what it took, how many calls, tokens and errors it had.</summary>
    public required RecordingSummary Summary { get; init; }

    /// <summary>What its tokens cost; null when prices were not given or don't have a model that it used.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How many calls of each method started, by the method's full name.</summary>
    public required IReadOnlyDictionary<string, long> CallsByMethod { get; init; }

    /// <summary>How long the calls of each method took. Those that a replay served are left out: they took no time.</summary>
    internal IReadOnlyDictionary<string, LatencyHistogram> Latencies { get; private init; } = new Dictionary<string, LatencyHistogram>();

    /// <summary>Reads a session, once and event by event; what it takes of memory does not depend on the recording's length.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="prices">What tokens cost, by model; null when costs are not wanted.</param>
    /// <exception cref="RecordingException">It is damaged, and was not opened to skip damage; or it can't be read.</exception>
    public static SessionMeasures Of(Recording recording, IReadOnlyDictionary<string, ModelPrice>? prices = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var calls = new Dictionary<string, long>(StringComparer.Ordinal);
        var latencies = new Dictionary<string, LatencyHistogram>(StringComparer.Ordinal);
        var inFlight = new Dictionary<long, CallStartedEvent>();
        SessionStartedEvent? start = null;
        decimal? cost = prices is null ? null : 0;
        foreach (var happened in recording.ReadEvents())
        {
            switch (happened)
            {
                case SessionStartedEvent started:
                    start ??= started;
                    break;
                case CallStartedEvent started:
                    var method = calls.Count < MaxMethods || calls.ContainsKey(started.Method.Name) ? started.Method.Name : OtherMethods;
                    calls[method] = calls.GetValueOrDefault(method) + 1;
                    inFlight[started.Span] = started with { Arguments = [] };
                    break;
                case CallReturnedEvent or CallFailedEvent or StreamEndedEvent when inFlight.Remove(happened.Span, out var started):
                    var ran = start?.ParentSession is null || started.Live;
                    AddLatency(latencies, ran ? started : null, happened);
                    if (ran && prices is not null && happened is CallReturnedEvent { Result: var result } && started.Method.Kind == CallKind.Model && ModelUsage.Of(result) is { } usage)
                    {
                        cost += usage.Cost(prices);
                    }

                    break;
            }
        }

        return new SessionMeasures
        {
            Path = recording.Path,
            SessionId = recording.SessionId,
            ParentSession = start?.ParentSession,
            Info = start?.Info ?? new SessionInfo(),
            Summary = recording.Summary,
            Cost = cost,
            CallsByMethod = calls,
            Latencies = latencies,
        };
    }

    private static void AddLatency(Dictionary<string, LatencyHistogram> latencies, CallStartedEvent? started, RecordedEvent end)
    {
        if (started is null || end.Time < started.Time)
        {
            return;
        }

        if (!latencies.TryGetValue(started.Method.Name, out var histogram))
        {
            if (latencies.Count >= MaxMethods)
            {
                return;
            }

            latencies.Add(started.Method.Name, histogram = new LatencyHistogram());
        }

        histogram.Add(end.Time - started.Time);
    }
}
