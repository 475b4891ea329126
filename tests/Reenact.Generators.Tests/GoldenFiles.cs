using System.Text;

namespace Reenact.Generators.Tests;

/// <summary>
/// Pairs of input and expected output under <c>Golden/</c>. With <c>REENACT_UPDATE_GOLDEN=1</c> the tests write what they
/// find instead of comparing it; look at the difference before committing it.
/// </summary>
internal static class GoldenFiles
{
    private const string Marker = "//// ";

    private static readonly string Built = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static bool AreUpdated => Environment.GetEnvironmentVariable("REENACT_UPDATE_GOLDEN") == "1";

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Built, "*.input.cs")
        .Select(static path => Path.GetFileName(path).Replace(".input.cs", "", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Input(string name) => File.ReadAllText(Path.Combine(Built, name + ".input.cs"));

    public static string Output(string name) => File.ReadAllText(Path.Combine(Built, name + ".output.cs"));

    public static void Update(string name, string output) => File.WriteAllText(Path.Combine(SourceFolder(), name + ".output.cs"), output);

    /// <summary>All emitted files in one text, each after a line with its name.</summary>
    public static string Join(IEnumerable<KeyValuePair<string, string>> sources)
    {
        var text = new StringBuilder();
        foreach (var (name, source) in sources.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            text.Append(Marker).Append(name).Append('\n').Append(source);

        return text.ToString();
    }

    /// <summary>What <see cref="Join"/> put together.</summary>
    public static IEnumerable<(string Name, string Source)> Split(string output)
    {
        foreach (var part in output.Split("\n" + Marker))
        {
            var file = part.StartsWith(Marker, StringComparison.Ordinal) ? part[Marker.Length..] : part;
            var end = file.IndexOf('\n', StringComparison.Ordinal);
            var source = file[(end + 1)..];
            yield return (file[..end], source.EndsWith('\n') ? source : source + "\n");
        }
    }

    private static string SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Reenact.Generators.Tests.csproj")))
                return Path.Combine(folder.FullName, "Golden");
        }

        throw new InvalidOperationException("Golden files can only be updated from a build inside the source tree.");
    }
}
