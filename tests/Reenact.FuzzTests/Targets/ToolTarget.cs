using Reenact.Cli;

namespace Reenact.FuzzTests;

/// <summary>Runs the tool on a recording. It ends with an exit code, and what it prints commands no terminal.</summary>
internal sealed class ToolTarget : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-fuzz-").FullName;
    private readonly string original;

    public ToolTarget()
    {
        original = Path.Combine(folder, "original.reenact");
        RecordedCorpus.Desk.WriteTo(original);
    }

    public static int Commands => Lines("", "").Length;

    public void Run(CorpusFile file, int command)
    {
        var path = Path.Combine(folder, "hostile.reenact");
        file.WriteTo(path);
        Run(Lines(path, original)[command]);
    }

    /// <summary>Runs one command line.</summary>
    public static void Run(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = ReenactTool.Run(arguments, new ToolConsole(output, error, width: 100, terminal: false));
        var line = $"`reenact {string.Join(' ', arguments)}`";
        if (error.ToString().Contains("a defect of reenact", StringComparison.Ordinal))
            throw new FuzzFailure($"{line} met a defect: {error}");
        if (exitCode is < 0 or > 2)
            throw new FuzzFailure($"{line} ended with exit code {exitCode}");
        foreach (var text in new[] { output.ToString(), error.ToString() })
        {
            if (PrintedText.FindCommand(text) is { } found)
                throw new FuzzFailure($"{line} prints {found}");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string[][] Lines(string path, string original) =>
    [
        ["show", path],
        ["show", path, "--full"],
        ["show", path, "--json"],
        ["verify", path],
        ["verify", path, "--json"],
        ["stats", path],
        ["stats", path, "--json"],
        ["prove", path, "--event", "5", "--with-block"],
        ["state", path],
        ["state", path, "--json"],
        ["state", path, "--at", "9"],
        ["lineage", path, "9"],
        ["lineage", path, "4", "--forward", "--json"],
        ["diff", original, path],
        ["diff", path, original, "--full"],
        ["diff", path, original, "--json"],
    ];
}
