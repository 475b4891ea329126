using Reenact.Testing.Running;

namespace Reenact.Testing.Modes;

/// <summary>Decides what a test does: replay, record, or run without a recording.</summary>
internal static class ModeSelection
{
    /// <param name="switches">What the environment says.</param>
    /// <param name="asked">What the test itself asks for; null for the default.</param>
    /// <param name="test">The test.</param>
    /// <param name="path">Its recording.</param>
    /// <param name="exists">Whether the recording is there.</param>
    /// <returns>Any mode but <see cref="ReenactMode.Once"/>.</returns>
    /// <exception cref="MissingRecordingException">The recording is to be replayed, and isn't there.</exception>
    /// <exception cref="ReenactTestException">The test would record in CI, and nobody asked for it by name.</exception>
    public static ReenactMode Select(TestSwitches switches, ReenactMode? asked, TestIdentity test, string path, bool exists)
    {
        var mayRecord = !switches.IsCI || switches.NamesToRecord(test);
        var mayCompare = !switches.IsCI || switches.NamesToCompare(test) || switches is { Mode: ReenactMode.Compare, Compared: null };
        return Mode(switches, asked, test) switch
        {
            ReenactMode.Off => ReenactMode.Off,
            ReenactMode.Record => mayRecord ? ReenactMode.Record : throw NotNamed(switches, test),
            ReenactMode.Compare when !mayCompare => throw NotToCompare(test),
            ReenactMode.Compare when exists => ReenactMode.Compare,
            ReenactMode.Once when !exists && mayRecord => ReenactMode.Record,
            _ => exists ? ReenactMode.Replay : throw Missing(switches, test, path),
        };
    }

    /// <summary>Chooses for a test whose code needs its recording: it replays, or compares where somebody asks for that.</summary>
    /// <inheritdoc cref="Select"/>
    public static ReenactMode SelectReplay(TestSwitches switches, ReenactMode? asked, TestIdentity test, string path, bool exists) => !exists ? throw MissingGiven(test, path) : Select(
        switches.Mode is ReenactMode.Replay or ReenactMode.Compare ? switches : switches with { Mode = null },
        asked == ReenactMode.Compare ? asked : ReenactMode.Replay,
        test,
        path,
        exists);

    private static ReenactMode Mode(TestSwitches switches, ReenactMode? asked, TestIdentity test)
    {
        // Where tests are named, those that aren't go on as if nobody had said Record, or Compare.
        var isForOthers = (switches is { Mode: ReenactMode.Record, Recorded: not null } && !switches.NamesToRecord(test))
            || (switches is { Mode: ReenactMode.Compare, Compared: not null } && !switches.NamesToCompare(test));
        var overriding = isForOthers ? null : switches.Mode;
        return overriding ?? asked ?? (switches.IsCI ? ReenactMode.Replay : ReenactMode.Once);
    }

    private static MissingRecordingException MissingGiven(TestIdentity test, string path) => new(
        path,
        $"{test.FullName} has no recording to replay: there is no file {path}. It never records, as its inputs come from the recording: put one there that was made elsewhere.");

    private static MissingRecordingException Missing(TestSwitches switches, TestIdentity test, string path)
    {
        var where = switches.IsCI ? "In CI no test makes one by itself. Run it on your own machine: " : "Run it once more: ";
        return new MissingRecordingException(
            path,
            $"{test.FullName} has no recording to replay: there is no file {path}. {where}{RecordingAgain.Settings(test)}, then commit the file.");
    }

    private static ReenactTestException NotToCompare(TestIdentity test) => new(
        $"{test.FullName} would run live to be compared with its recording ({nameof(ReenactMode)}.{nameof(ReenactMode.Compare)}), but in CI no test does unless the environment asks for it. " +
        $"To replay, take {nameof(ReenactMode.Compare)} away; to compare here, set {TestSwitches.ModeVariable} to {nameof(ReenactMode.Compare)}, or {TestSwitches.CompareVariable} to {test.FullName}, to a list of tests, or to *.");

    private static ReenactTestException NotNamed(TestSwitches switches, TestIdentity test)
    {
        var asking = switches is { Mode: ReenactMode.Record }
            ? $"{TestSwitches.ModeVariable} asks for it, without {TestSwitches.RecordVariable} naming it"
            : $"its options ask for it (Mode = {nameof(ReenactMode.Record)})";
        return new ReenactTestException(
            $"{test.FullName} would record, but in CI no test does unless it is asked for by name: {asking}. " +
            $"To replay, take Record away; to record here, set {TestSwitches.RecordVariable} to {test.FullName}, to a list of tests, or to *.");
    }
}
