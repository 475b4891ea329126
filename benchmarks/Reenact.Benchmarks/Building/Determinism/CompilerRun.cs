using System.Diagnostics;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>One compilation by the compiler.</summary>
/// <param name="Processor">User and system time of the compiler's process.</param>
/// <param name="Clock">From start to end.</param>
/// <param name="Report">What the compiler said.</param>
internal sealed record CompilerRun(TimeSpan Processor, TimeSpan Clock, AnalyzerReport Report)
{
    /// <summary>In a new process, as <c>dotnet build -p:UseSharedCompilation=false</c> does.</summary>
    public static CompilerRun Cold(string responseFile) =>
        Measure(ProcessorTime.OfChildren, [DotNetTools.Compiler, $"@{responseFile}"]);

    /// <summary>In a server that has compiled before, as <c>dotnet build</c> does.</summary>
    public static CompilerRun Warm(CompilerServer server, string responseFile) =>
        Measure(() => server.Processor, [DotNetTools.Compiler, $"/shared:{server.Pipe}", $"@{responseFile}"]);

    private static CompilerRun Measure(Func<TimeSpan> processor, string[] arguments)
    {
        var before = processor();
        var started = Stopwatch.GetTimestamp();
        using var compiler = Process.Start(new ProcessStartInfo(DotNetTools.Host, arguments) { RedirectStandardOutput = true })!;
        var output = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return new CompilerRun(processor() - before, Stopwatch.GetElapsedTime(started), AnalyzerReport.Parse(output));
    }
}
