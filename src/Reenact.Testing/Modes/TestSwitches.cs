using System.IO.Enumeration;
using Reenact.Keys;
using Reenact.Testing.Running;

namespace Reenact.Testing.Modes;

/// <summary>What environment variables say about how tests run.</summary>
/// <param name="Mode">What all tests do, whatever they say themselves; null leaves it to them.</param>
/// <param name="Recorded">The tests that are asked to record, with <c>*</c> and <c>?</c>; null where nobody says.</param>
/// <param name="Compared">The tests that are asked to compare, in the same way; null where nobody says.</param>
/// <param name="IsCI">Whether this is a build server.</param>
/// <param name="ReportFolder">Where replays write their reports; null writes none.</param>
/// <param name="Shard">Which of the recordings that a pattern names are run.</param>
/// <param name="KeyRing">The folder of the key ring that has the keys of encrypted recordings; null where there is none.</param>
internal sealed record TestSwitches(
    ReenactMode? Mode, IReadOnlyList<string>? Recorded, IReadOnlyList<string>? Compared, bool IsCI, string? ReportFolder, Shard Shard, string? KeyRing)
{
    public const string ModeVariable = "REENACT_MODE";
    public const string RecordVariable = "REENACT_RECORD";
    public const string CompareVariable = "REENACT_COMPARE";
    public const string ReportsVariable = "REENACT_REPORTS";
    public const string ShardVariable = "REENACT_SHARD";

    /// <summary>Azure Pipelines sets the second one only; most others set the first.</summary>
    private static readonly string[] BuildServerVariables = ["CI", "TF_BUILD"];

    private static readonly char[] ListSeparators = [',', ';'];

    /// <exception cref="ReenactTestException">A variable has no meaning.</exception>
    public static TestSwitches Read(Func<string, string?> variable) => new(
        ParseMode(variable(ModeVariable)),
        ParseNames(variable(RecordVariable)),
        ParseNames(variable(CompareVariable)),
        BuildServerVariables.Any(name => IsTrue(variable(name))),
        variable(ReportsVariable) is { } folder && !string.IsNullOrWhiteSpace(folder) ? folder.Trim() : null,
        ParseShard(variable(ShardVariable)),
        LateKeyRing.FolderIn(variable));

    /// <summary>Whether the test is asked by name to record.</summary>
    public bool NamesToRecord(TestIdentity test) => IsNamed(test, Recorded);

    /// <summary>Whether the test is asked by name to compare.</summary>
    public bool NamesToCompare(TestIdentity test) => IsNamed(test, Compared);

    private static bool IsNamed(TestIdentity test, IReadOnlyList<string>? names) => names is not null && names.Any(pattern =>
        FileSystemName.MatchesSimpleExpression(pattern, test.Method) || FileSystemName.MatchesSimpleExpression(pattern, test.FullName));

    private static string[]? ParseNames(string? names) => string.IsNullOrWhiteSpace(names)
        ? null
        : names.Split(ListSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ReenactMode? ParseMode(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // By name, because Enum.Parse takes numbers and lists too.
        foreach (var mode in Enum.GetValues<ReenactMode>())
        {
            if (mode.ToString().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return mode;
            }
        }

        throw new ReenactTestException(
            $"The environment variable {ModeVariable} is \"{text}\", which is no mode. Set it to one of {string.Join(", ", Enum.GetNames<ReenactMode>())}, or remove it.");
    }

    private static Shard ParseShard(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Shard.All;
        }

        return Shard.TryParse(text, out var shard)
            ? shard
            : throw new ReenactTestException($"The environment variable {ShardVariable} is \"{text}\", which is no shard. Set it to one of how many, such as 3/16, or remove it.");
    }

    private static bool IsTrue(string? text) =>
        text?.Trim() is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
