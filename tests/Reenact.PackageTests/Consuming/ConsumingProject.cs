namespace Reenact.PackageTests.Consuming;

/// <summary>A program, outside the repository, that restores the packages from a folder.</summary>
internal sealed class ConsumingProject : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("reenact-consumer-");
    private readonly string version;

    public ConsumingProject(string template, string feed, string version)
    {
        this.version = version;
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root.FullName, Path.GetRelativePath(template, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(
            Path.Combine(root.FullName, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{feed}" />
              </packageSources>
            </configuration>
            """);

        // New packages go to a folder that is deleted with the program; the machine's own are read, and not written.
        File.WriteAllText(
            Path.Combine(root.FullName, "Directory.Build.props"),
            $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
                <ReenactVersion>{version}</ReenactVersion>
                <RestorePackagesPath>{Path.Combine(root.FullName, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{MachinePackages}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <!-- MessagePack's own analyzers, which not every feed has. -->
                <PrunePackageReference Include="MessagePackAnalyzer" Version="99.0.0" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder => root.FullName;

    public string Version => version;

    public Task<DotNet.Run> DotNetAsync(params string[] arguments) => DotNet.RunAsync(Folder, arguments);

    public void Replace(string file, string text, string with)
    {
        var path = Path.Combine(Folder, file);
        var source = File.ReadAllText(path);
        Assert.Contains(text, source, StringComparison.Ordinal);
        File.WriteAllText(path, source.Replace(text, with, StringComparison.Ordinal));
    }

    public void Dispose() => root.Delete(recursive: true);

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
