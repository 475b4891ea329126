using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Checks a row of a <see cref="CaseTable"/>.</summary>
internal static class Case
{
    /// <summary>A row whose code begins so may have errors.</summary>
    private const string Broken = "// broken";

    private const string FileMark = "//// ";

    public static async Task VerifyAsync(string why, string replayed, string code, string given)
    {
        var files = Files(replayed, code, given).Select(static file => (file.Path, Source: MarkedSource.Parse(file.Text))).ToList();
        var compilation = await CaseProject.CompileAsync(files.Select(static file => (file.Path, file.Source.Text)), TestContext.Current.CancellationToken);
        var found = await CaseProject.DiagnoseAsync(compilation, TestContext.Current.CancellationToken);

        var errors = found.Where(static each => each.Severity == DiagnosticSeverity.Error && IsOfCompiler(each));
        if (!code.StartsWith(Broken, StringComparison.Ordinal) && errors.Any())
            Assert.Fail(Report(why + "\nThe source does not compile.", files, errors));

        var offences = found.Where(static each => !IsOfCompiler(each)).ToList();
        var wrong = offences.Where(each => !files.Any(file => IsAnnounced(each, file.Path, file.Source))).ToList();
        var missing = files.SelectMany(file => file.Source.Offences.Where(each => !offences.Any(offence => Is(offence, file.Path, each))).Select(each => (file.Path, file.Source, each)));
        var report = new StringBuilder();
        foreach (var (path, source, each) in missing)
            report.AppendLine($"missing: {each.Rule} {each.Severity} at '{source.Text.Substring(each.Span.Start, each.Span.Length)}' in {path}");
        foreach (var each in wrong)
            report.AppendLine($"unexpected: {each}");
        foreach (var twice in offences.GroupBy(static each => each.Location).Where(static same => same.Count() > 1))
            report.AppendLine($"more than once: {twice.First()}");
        if (report.Length > 0)
            Assert.Fail(Report(why + "\n" + report, files, offences));
    }

    /// <summary>The files of a row, marked.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string replayed, string code, string given)
    {
        var parts = code.Split(FileMark);
        yield return ("Agent.cs", Agent(replayed, given) + parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var name = part[..part.IndexOf('\n', StringComparison.Ordinal)].Trim();
            yield return (name, part[name.Length..]);
        }
    }

    private static string Agent(string replayed, string given)
    {
        var all = given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend("object input").ToList();
        var parameters = string.Join(", ", all);
        var recorded = string.Join(", ", all.Select(static each => "[IgnoreRecorded] " + each));
        var (name, core, result) = replayed.Contains("await ", StringComparison.Ordinal) ? ("HandleAsync", "HandleCoreAsync", "Task") : ("Handle", "HandleCore", "void");
        return $$"""
            internal partial class Agent
            {
                [Replayed]
                public partial {{result}} {{name}}({{recorded}});

                private {{(result == "Task" ? "async " : "")}}{{result}} {{core}}({{parameters}})
                {
                    {{replayed}}
                }
            }


            """;
    }

    private static bool IsOfCompiler(Diagnostic diagnostic) => diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static bool IsAnnounced(Diagnostic diagnostic, string path, MarkedSource source) => source.Offences.Any(each => Is(diagnostic, path, each));

    private static bool Is(Diagnostic diagnostic, string path, MarkedOffence offence) =>
        diagnostic.Id == offence.Rule && diagnostic.Severity == offence.Severity
        && diagnostic.Location.SourceTree?.FilePath == path && diagnostic.Location.SourceSpan == offence.Span;

    private static string Report(string what, IReadOnlyList<(string Path, MarkedSource Source)> files, IEnumerable<Diagnostic> found) =>
        $"""
        {what}
        --- found
        {string.Join('\n', found)}
        {string.Join('\n', files.Select(static file => $"--- {file.Path}\n{file.Source.Text}"))}
        """;
}
