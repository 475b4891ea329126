namespace Reenact.Benchmarks.Building.Agents;

/// <summary>A member that breaks a rule when replay runs it.</summary>
/// <param name="Member">Its declaration.</param>
/// <param name="Call">The statement that replayed code runs it with.</param>
internal sealed record Offence(string Member, string Call)
{
    /// <summary>How often each rule is broken.</summary>
    public const int OfEach = 5;

    /// <summary>Offences in replayed code: a handful for each rule from REEN2001 to REEN2012, without REEN2011.</summary>
    public static IReadOnlyList<Offence> InReplayedCode { get; } =
    [
        .. Enumerable.Range(0, OfEach).SelectMany(static i => new[]
        {
            Value(i, "Clock", "DateTime", "DateTime.UtcNow"),
            Value(i, "Id", "Guid", "Guid.NewGuid()"),
            Value(i, "Machine", "string", "Environment.MachineName"),
            Value(i, "Read", "string", "File.ReadAllText(\"orders.txt\")"),
            new Offence($"private static Task Pause{i}Async() => Task.Delay({i + 10});", $"await Pause{i}Async();"),
            new Offence($"private static int count{i};\n\nprivate static int Count{i}() => ++count{i};", $"_ = Count{i}();"),
            Value(i, "Hash", "int", "\"orders\".GetHashCode()"),
            new Offence(
                $"private static string First{i}(ImmutableHashSet<string> names)\n{{\n    foreach (var name in names)\n        return name;\n    return \"\";\n}}",
                $"_ = First{i}(ImmutableHashSet.Create<string>(\"a\", \"b\"));"),
            new Offence($"private static string Amount{i}(decimal amount) => amount.ToString(\"0.00\");", $"_ = Amount{i}(1.5m);"),
            new Offence($"private static async void Forget{i}() => await Task.Yield();", $"Forget{i}();"),
            new Offence($"private static int Ask{i}(Func<string, int> question) => question(\"orders\");", $"_ = Ask{i}(int.Parse);"),
        }),
    ];

    /// <summary>Recorded methods whose bodies write what replay loses.</summary>
    public static IReadOnlyList<Offence> InRecordedCode { get; } =
    [
        .. Enumerable.Range(0, OfEach).Select(static i => new Offence(
            $"private int seen{i};\n\n[Recorded] public partial int See{i}(int more);\n\nprivate int See{i}Core(int more) => seen{i} += more;",
            "")),
    ];

    private static Offence Value(int i, string name, string type, string value) => new($"private static {type} {name}{i}() => {value};", $"_ = {name}{i}();");
}
