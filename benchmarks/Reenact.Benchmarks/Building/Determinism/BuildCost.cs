using Reenact.Analyzers.Determinism;
using Reenact.Benchmarks.Building.Agents;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>
/// What analyzers add to a build: Reenact's, those for banned APIs, those of the SDK; by the compiler itself, in processes of their own, in
/// the processor time that these take and as the compiler reports.
/// </summary>
internal static class BuildCost
{
    private const int Rounds = 2;
    private const int WarmUps = 1;

    public static void Run(int lines)
    {
        var project = new AgentProject(lines);
        Console.WriteLine($"{project.Lines:N0} lines in {project.Files.Count:N0} files; {project.Roots} roots reach {project.Reached} of {project.Modules} modules.");
        using var rooted = new ProjectFolder(project.Files);
        using var unrooted = new ProjectFolder(project.Unmarked());

        using var server = new CompilerServer();
        Measure("Warm: a compiler server", Rows(rooted), WarmUps, (row, isKept) => row.Warm(server, isKept));
        Measure("Warm, the same project without a root", Rows(unrooted), WarmUps, (row, isKept) => row.Warm(server, isKept));
        Measure("Cold: a process for each compilation", Rows(rooted), 0, static (row, _) => row.Cold());
        Measure("Cold, the same project without a root", Rows(unrooted), 0, static (row, _) => row.Cold());
    }

    private static void Measure(string title, List<BuildRow> rows, int warmUps, Action<BuildRow, bool> run)
    {
        for (var round = -warmUps; round < Rounds; round++)
        {
            // Round by round, so that what else the machine does falls on all rows alike.
            foreach (var row in rows)
                run(row, round >= 0);
        }

        Console.WriteLine(title);
        foreach (var row in rows)
            Console.WriteLine(row.ToString(row.Name.StartsWith("SDK", StringComparison.Ordinal) ? rows.Single(static each => each.Name == "SDK's analyzers") : rows[0]));
        foreach (var (analyzer, seconds) in rows.Single(static row => row.Name == "Reenact's analyzers").Report.Seconds.OrderByDescending(static each => each.Value))
            Console.WriteLine($"    {seconds,6:0.000} s {analyzer}");
        foreach (var row in rows.Where(static row => row.Report.Diagnostics.Count > 0))
            Console.WriteLine($"    {row.Name}: " + string.Join(", ", row.Report.Diagnostics.OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => $"{each.Key} × {each.Value}")));
    }

    private static List<BuildRow> Rows(ProjectFolder project)
    {
        var ours = Analyzer(typeof(DeterminismAnalyzer).Assembly.Location);
        var others = "/nowarn:" + string.Join(',', OtherIds());
        IReadOnlyList<string> banned = [.. BannedApis.Analyzers.Select(Analyzer), $"/additionalfile:{ProjectFolder.Quoted(project.BannedSymbols)}"];
        IReadOnlyList<string> sdk = [.. DotNetTools.SdkAnalyzers.Select(Analyzer), $"/analyzerconfig:{ProjectFolder.Quoted(DotNetTools.SdkAnalyzerSettings)}"];
        return
        [
            new("no analyzers", project.CommandLine("none")),
            new("Reenact's analyzers", project.CommandLine("ours", ours)),
            new("of them those for determinism", project.CommandLine("determinism", ours, others)),
            new("Reenact's analyzers, of a library", project.LibraryCommandLine("library", ours)),
            new("banned APIs", project.CommandLine("banned", banned)),
            new("Reenact's analyzers and banned APIs", project.CommandLine("both", [ours, .. banned])),
            new("SDK's analyzers", project.CommandLine("sdk", sdk)),
            new("SDK's and Reenact's analyzers", project.CommandLine("sdk-ours", [.. sdk, ours])),
            new("SDK's analyzers and banned APIs", project.CommandLine("sdk-banned", [.. sdk, .. banned])),
        ];
    }

    private static string Analyzer(string path) => $"/analyzer:{ProjectFolder.Quoted(path)}";

    private static IEnumerable<string> OtherIds() => ReenactAnalyzers.Create()
        .Where(static analyzer => !ReenactAnalyzers.IsAboutDeterminism(analyzer))
        .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
        .Select(static descriptor => descriptor.Id)
        .Distinct();
}
