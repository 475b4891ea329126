namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>Where the compiler and what builds with it stand, of the SDK that this process runs with.</summary>
internal static class DotNetTools
{
    private static readonly string Root =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static readonly string Sdk = Latest(Path.Combine(Root, "sdk"));

    public static string Host { get; } = Path.Combine(Root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    public static string Compiler { get; } = Path.Combine(Sdk, "Roslyn", "bincore", "csc.dll");

    public static string CompilerServer { get; } = Path.Combine(Sdk, "Roslyn", "bincore", "VBCSCompiler.dll");

    public static IReadOnlyList<string> References { get; } =
        Directory.GetFiles(Path.Combine(Latest(Path.Combine(Root, "packs", "Microsoft.NETCore.App.Ref")), "ref", "net10.0"), "*.dll");

    /// <summary>The analyzers that each project builds with unless it says otherwise.</summary>
    public static IReadOnlyList<string> SdkAnalyzers { get; } =
    [
        Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "Microsoft.CodeAnalysis.NetAnalyzers.dll"),
        Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"),
    ];

    public static string SdkAnalyzerSettings { get; } =
        Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "build", "config", "analysislevel_10_default.globalconfig");

    private static string Latest(string folder) => Directory.GetDirectories(folder, "10.*").Order(StringComparer.Ordinal).Last();
}
