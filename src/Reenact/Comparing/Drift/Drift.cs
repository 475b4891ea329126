namespace Reenact.Comparing;

/// <summary>
/// How two sets of sessions differ, such as those before and after a change of model or prompt: outcomes, calls, errors, latency,
/// tokens and cost, each with a 95 % confidence interval of the difference, and whether it is more than chance. Immutable and thread-safe.
/// </summary>
public sealed record Drift
{
    internal Drift()
    {
    }

    /// <summary>The sessions before.</summary>
    public required DriftSet Before { get; init; }

    /// <summary>The sessions after.</summary>
    public required DriftSet After { get; init; }

    /// <summary>By what sessions of both sets were paired.</summary>
    public required DriftPairing Pairing { get; init; }

    /// <summary>How many pairs there are: tasks that both sets have, each with one session or more. 0 when sets are independent.</summary>
    public required int Pairs { get; init; }

    /// <summary>What was measured.</summary>
    public required IReadOnlyList<DriftMeasure> Measures { get; init; }

    /// <summary>Whether any difference is beyond chance.</summary>
    public bool IsBeyondChance => Measures.Any(measure => measure.Verdict == DriftVerdict.BeyondChance);

    /// <summary>Compares two sets of recordings. Each is opened, read once and closed; only its measures are kept.</summary>
    /// <param name="before">Files of the sessions before.</param>
    /// <param name="after">Files of the sessions after.</param>
    /// <param name="options">How; the defaults for null.</param>
    /// <returns>The differences. Recordings that can't be read, or are damaged, are named in it and left out.</returns>
    public static Drift Between(IEnumerable<string> before, IEnumerable<string> after, DriftOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        options ??= DriftOptions.Default;
        var (one, unsealed, unread) = Read(before, options);
        var (other, unsealedAfter, unreadAfter) = Read(after, options);
        var drift = Between(one, other, options);
        return drift with { Before = drift.Before with { Unread = unread, Unsealed = unsealed }, After = drift.After with { Unread = unreadAfter, Unsealed = unsealedAfter } };
    }

    /// <summary>Compares two sets of sessions that were measured before.</summary>
    /// <param name="before">The sessions before.</param>
    /// <param name="after">The sessions after.</param>
    /// <param name="options">How; the defaults for null.</param>
    public static Drift Between(IReadOnlyList<SessionMeasures> before, IReadOnlyList<SessionMeasures> after, DriftOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        options ??= DriftOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.Resamples);
        var sets = PairedSets.Make(before, after, options.TaskTag);
        return new Drift
        {
            Before = new DriftSet(before.Count, sets.Before.Count, []),
            After = new DriftSet(after.Count, sets.After.Count, []),
            Pairing = sets.Pairing,
            Pairs = sets.Pairs,
            Measures = sets.Before.Count == 0 || sets.After.Count == 0 ? [] : DriftMeasures.Of(sets, options),
        };
    }

    /// <summary>The differences as a JSON document; <c>docs/comparing.md</c> documents its members.</summary>
    public string ToJson() => DriftJson.Write(this);

    private static (IReadOnlyList<SessionMeasures> Sessions, int Unsealed, IReadOnlyList<UnreadRecording> Unread) Read(IEnumerable<string> files, DriftOptions options)
    {
        var sessions = new List<SessionMeasures>();
        var unread = new List<UnreadRecording>();
        var unsealed = 0;
        foreach (var file in files)
        {
            try
            {
                using var recording = Recording.Open(file, new RecordingOpenOptions { KeyStore = options.KeyStore });
                sessions.Add(SessionMeasures.Of(recording, options.Prices));
                unsealed += recording.State == RecordingState.Unsealed ? 1 : 0;
            }
            catch (Exception exception) when (exception is RecordingException or IOException or UnauthorizedAccessException)
            {
                unread.Add(new UnreadRecording(file, exception.Message));
            }
        }

        return (sessions, unsealed, unread);
    }
}
