using Reenact.Benchmarks.Building.Agents;
using Reenact.Generators;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>Sources on disk, and the command lines that compile them. Removed at the end.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-cost").FullName;
    private readonly List<string> common;

    public ProjectFolder(IEnumerable<SourceFile> files)
    {
        var sources = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            sources.Add(Quoted(path));
        }

        var program = Path.Combine(folder, "Program.cs");
        File.WriteAllText(program, "internal static class Program { private static void Main() { } }");
        sources.Add(Quoted(program));
        File.WriteAllText(Path.Combine(folder, BannedApis.FileName), BannedApis.Symbols);
        common =
        [
            "/noconfig", "/nostdlib+", "/langversion:14", "/nullable:enable", "/deterministic+", "/debug:portable", "/optimize-",
            "/nologo", "/reportanalyzer", $"/out:{Quoted(Path.Combine(folder, "Made.dll"))}",
            .. DotNetTools.References.Select(static path => $"/reference:{Quoted(path)}"),
            $"/reference:{Quoted(typeof(Session).Assembly.Location)}",
            $"/reference:{Quoted(typeof(MessagePack.MessagePackWriter).Assembly.Location)}",
            $"/reference:{Quoted(typeof(MessagePack.MessagePackObjectAttribute).Assembly.Location)}",
            // What emits the bodies of recorded methods runs in any case; it is no analyzer.
            $"/analyzer:{Quoted(typeof(RecordedMethodGenerator).Assembly.Location)}",
            .. sources,
        ];
    }

    /// <summary>Writes a response file for one way to compile an application.</summary>
    public string CommandLine(string name, params IReadOnlyList<string> arguments) => Write(name, ["/target:exe", .. arguments]);

    /// <summary>Writes a response file for one way to compile a library, which says which of its members are not deterministic.</summary>
    public string LibraryCommandLine(string name, params IReadOnlyList<string> arguments) => Write(name, ["/target:library", .. arguments]);

    private string Write(string name, IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(folder, name + ".rsp");
        File.WriteAllLines(path, [.. arguments, .. common]);
        return path;
    }

    public string BannedSymbols => Path.Combine(folder, BannedApis.FileName);

    public static string Quoted(string path) => $"\"{path}\"";

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
