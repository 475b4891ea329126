using Reenact.Keys;
using Reenact.Testing.Modes;
using Reenact.Testing.Recordings;
using Reenact.Testing.Reports;

namespace Reenact.Testing.Running;

/// <summary>One run of a test's code, in the mode that is chosen for it.</summary>
internal sealed class TestRun
{
    private readonly TestIdentity test;
    private readonly ReenactTestOptions options;
    private readonly TestSwitches switches;
    private readonly string path;

    private TestRun(TestIdentity test, ReenactTestOptions options, TestSwitches switches, string path)
    {
        this.test = test;
        this.options = options;
        this.switches = switches;
        this.path = path;
    }

    /// <summary>What the replay found, also where it failed the test; null where nothing was replayed.</summary>
    public ReplayReport? Report { get; private set; }

    public static TestRun Create(TestHost host, string recording, ReenactTestOptions? options, string sourceFile, string testName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(recording);
        var test = new TestIdentity(sourceFile, testName);
        options ??= new ReenactTestOptions();
        return new TestRun(
            test,
            options with { Mode = options.Mode ?? AmbientMode.Current },
            TestSwitches.Read(host.Variable),
            RecordingLocation.Find(recording, test, host.AssemblyFolder));
    }

    public Task<ReenactResult<T>> RunAsync<T>(Func<Task<T>> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return RunAsync(code, options.Outcome ?? Outcome.Success);
    }

    public async Task<ReenactResult> RunAsync(Func<Task> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return await RunAsync(async () =>
        {
            await code().ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>Replays, whatever recording or running live would be chosen: the code takes its inputs from the recording.</summary>
    public Task<ReenactResult<T>> ReplayAsync<T>(Func<SessionReplay, Task<T>> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return ReplayAsync(code, ModeSelection.SelectReplay(switches, options.Mode, test, path, exists: Path.Exists(path)), isGiven: true);
    }

    public async Task<ReenactResult> ReplayAsync(Func<SessionReplay, Task> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return await ReplayAsync(async replay =>
        {
            await code(replay).ConfigureAwait(true); // What comes after belongs on the replay's thread, too.
            return true;
        }).ConfigureAwait(false);
    }

    public Task<ReenactResult<TException>> ThrowsAsync<TException>(Func<Task> code)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(code);
        return RunAsync(() => ExpectedFailure.CatchAsync<TException>(code), options.Outcome ?? Outcome.Failure);
    }

    private async Task<ReenactResult<T>> RunAsync<T>(Func<Task<T>> code, Outcome outcome) => SelectMode() switch
    {
        ReenactMode.Off => new ReenactResult<T>(ReenactMode.Off, path, null, await LiveAsync(code, ReenactMode.Off).ConfigureAwait(false)),
        ReenactMode.Record => await RecordingTurns.RunAsync(path, () => RecordAsync(code, outcome)).ConfigureAwait(false),
        var mode => await ReplayAsync(_ => code(), mode, isGiven: false).ConfigureAwait(false),
    };

    private async Task<ReenactResult<T>> RecordAsync<T>(Func<Task<T>> code, Outcome outcome)
    {
        // Another test may have recorded it while this one waited for its turn.
        if (SelectMode() == ReenactMode.Replay)
        {
            return await ReplayAsync(_ => code(), ReenactMode.Replay, isGiven: false).ConfigureAwait(false);
        }

        var output = await NewRecording.RunAsync(path, () => LiveAsync(code, ReenactMode.Record), outcome, options.Info, options.Record).ConfigureAwait(false);
        return new ReenactResult<T>(ReenactMode.Record, path, null, output);
    }

    private Task<T> LiveAsync<T>(Func<Task<T>> code, ReenactMode mode) => new LiveSideEffects(test, mode, options.AllowSideEffects).RunAsync(code);

    /// <param name="code">The test's code.</param>
    /// <param name="mode"><see cref="ReenactMode.Replay"/> or <see cref="ReenactMode.Compare"/>.</param>
    /// <param name="isGiven">Whether the recording was made elsewhere, and the test only replays it.</param>
    private async Task<ReenactResult<T>> ReplayAsync<T>(Func<SessionReplay, Task<T>> code, ReenactMode mode, bool isGiven)
    {
        using var replay = OpenReplay();
        if (mode == ReenactMode.Compare)
        {
            ComparedCalls.RunLive(replay, options.AllowSideEffects);
        }

        ReplayReport<T> report;
        try
        {
            report = await replay.RunAsync(() => code(replay)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var problem = WriteReport(replay.Report, exception);
            if (exception is ReplayDivergenceException diverged)
            {
                throw Failure(replay.Report, [diverged.Divergence], mode, isGiven, problem); // What else is in the report follows from it.
            }

            throw;
        }

        var reportProblem = WriteReport(report, failure: null);
        if (report.Divergences.Count > 0 || (mode == ReenactMode.Compare && !report.IsMatch))
        {
            throw Failure(report, report.Divergences, mode, isGiven, reportProblem);
        }

        return reportProblem is null
            ? new ReenactResult<T>(mode, path, report, report.Output)
            : throw new ReenactTestException(reportProblem);
    }

    /// <summary>Opens the recording. One that can't be read is a replay that failed, and is reported as such.</summary>
    private SessionReplay OpenReplay()
    {
        try
        {
            return Session.Replay(path, WithKeys(options.Replay));
        }
        catch (Exception exception) when (exception is RecordingException or IOException or UnauthorizedAccessException)
        {
            // The exception fails the test anyway, and matters more than a report that can't be written.
            ReportFiles.TryWriteUnread(switches.ReportFolder, test, path, TestFailure.DescribeUnread(exception));
            throw;
        }
    }

    private ReplayOptions WithKeys(ReplayOptions replay) =>
        replay.KeyStore is null && switches.KeyRing is { } folder ? replay with { KeyStore = new LateKeyRing(folder) } : replay;

    /// <summary>Where tools and models answered otherwise, what the code did then follows from it, and they are told first.</summary>
    private Exception Failure(ReplayReport report, IReadOnlyList<Divergence> divergences, ReenactMode mode, bool isGiven, string? reportProblem) =>
        mode == ReenactMode.Compare && (report.Drift.Count > 0 || divergences.Count == 0)
            ? DriftedTest.Failure(report, divergences.Count == 0 ? null : divergences[0], test, path, isGiven, reportProblem)
            : DivergedTest.Failure(divergences, test, path, isGiven, reportProblem);

    private string? WriteReport(ReplayReport report, Exception? failure)
    {
        Report = report;
        return ReportFiles.TryWrite(switches.ReportFolder, test, path, report, failure is null ? null : TestFailure.Describe(failure));
    }

    /// <summary>A folder in the recording's place counts as one: opening it says what is wrong.</summary>
    private ReenactMode SelectMode() => ModeSelection.Select(switches, options.Mode, test, path, exists: Path.Exists(path));
}
