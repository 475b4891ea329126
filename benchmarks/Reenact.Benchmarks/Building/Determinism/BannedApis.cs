using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>Microsoft.CodeAnalysis.BannedApiAnalyzers with fifty symbols of the kinds that determinism rules know.</summary>
internal static class BannedApis
{
    public const string FileName = "BannedSymbols.txt";

    /// <summary>The analyzers' assemblies: what all languages share, and what is C#'s.</summary>
    public static IReadOnlyList<string> Analyzers { get; } =
    [
        .. new[] { "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll" }
            .Select(static name => Path.Combine(Package, "analyzers", "dotnet", "cs", name)),
    ];

    public static string Symbols { get; } = """
        P:System.DateTime.Now
        P:System.DateTime.UtcNow
        P:System.DateTime.Today
        P:System.DateTimeOffset.Now
        P:System.DateTimeOffset.UtcNow
        P:System.TimeProvider.System
        T:System.Diagnostics.Stopwatch
        P:System.Environment.TickCount
        P:System.Environment.TickCount64
        M:System.Guid.NewGuid
        M:System.Guid.CreateVersion7
        M:System.Random.#ctor
        P:System.Random.Shared
        T:System.Security.Cryptography.RandomNumberGenerator
        M:System.IO.Path.GetRandomFileName
        M:System.IO.Path.GetTempFileName
        M:System.Environment.GetEnvironmentVariable(System.String)
        P:System.Environment.MachineName
        P:System.Environment.UserName
        P:System.Environment.CurrentDirectory
        P:System.Environment.ProcessorCount
        P:System.Environment.CommandLine
        P:System.Globalization.CultureInfo.CurrentCulture
        P:System.Globalization.CultureInfo.CurrentUICulture
        P:System.TimeZoneInfo.Local
        T:System.AppContext
        T:System.Runtime.InteropServices.RuntimeInformation
        T:System.IO.File
        T:System.IO.Directory
        T:System.IO.FileStream
        T:System.Net.Http.HttpClient
        T:System.Net.Sockets.Socket
        T:System.Net.Sockets.TcpClient
        T:System.Net.Dns
        T:System.Diagnostics.Process
        T:System.Data.Common.DbCommand
        M:System.Console.ReadLine
        M:System.Threading.Tasks.Task.Run(System.Action)
        M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task})
        M:System.Threading.Tasks.Task.Delay(System.Int32)
        M:System.Threading.Tasks.Task.Delay(System.TimeSpan)
        M:System.Threading.Thread.Sleep(System.Int32)
        T:System.Threading.ThreadPool
        T:System.Threading.Tasks.Parallel
        T:System.Threading.Timer
        T:System.Threading.PeriodicTimer
        M:System.String.GetHashCode
        T:System.HashCode
        M:System.String.ToUpper
        M:System.String.ToLower
        """;

    /// <summary>The analyzer of symbols; the package's other ones do not look at code.</summary>
    public static DiagnosticAnalyzer Create() => (DiagnosticAnalyzer)Activator.CreateInstance(
        Assembly.LoadFrom(Analyzers[1]).GetType("Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.CSharpSymbolIsBannedAnalyzer", throwOnError: true)!)!;

    private static string Package => typeof(BannedApis).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static each => each.Key == "BannedApiAnalyzers").Value!;
}
