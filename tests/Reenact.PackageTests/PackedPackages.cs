using System.Runtime.CompilerServices;
using Reenact.PackageTests.Consuming;

[assembly: AssemblyFixture(typeof(Reenact.PackageTests.PackedPackages))]

namespace Reenact.PackageTests;

/// <summary>Packs every package of the repository once, as a release build does, into a folder that is used as a package source.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>A version of its own, so that no cache of packages has it already.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    /// <summary>The folder with the packages.</summary>
    public string Feed => Path.Combine(Artifacts, "feed");

    /// <summary>In the repository, as the output of any build, so that paths in binaries are relative to it; and not where others build.</summary>
    private string Artifacts => Path.Combine(Repository, "artifacts", Version);

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // The environment variable is what a build server sets: deterministic paths.
            var packed = await DotNet.RunAsync(
                Repository,
                ["pack", project, "-c", "Release", "-o", Feed, "--artifacts-path", Artifacts, $"-p:Version={Version}", "-v", "quiet"],
                ("CI", "true"));
            Assert.True(packed.ExitCode == 0, packed.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Artifacts, recursive: true);
        return default;
    }

    /// <summary>The file of a package.</summary>
    public string FileOf(string package, string extension = "nupkg") => Path.Combine(Feed, $"{package}.{Version}.{extension}");

    /// <summary>Copies a program of <c>Projects/</c> to a folder where it finds the packages.</summary>
    internal ConsumingProject Consume(string project) => new(Path.Combine(AppContext.BaseDirectory, "Projects", project), Feed, Version);

    private static string Repository { get; } = FindRepository();

    private static string FindRepository([CallerFilePath] string source = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Instrumentation.sln is not above {AppContext.BaseDirectory}. Run these tests from the repository that {source} is in.");
    }
}
