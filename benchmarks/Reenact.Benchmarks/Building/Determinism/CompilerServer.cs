using System.Diagnostics;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>A compiler server of our own, which no other build talks to.</summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly Process process;

    public CompilerServer()
    {
        Pipe = $"reenact-cost-{Environment.ProcessId}";
        process = Process.Start(new ProcessStartInfo(DotNetTools.Host, [DotNetTools.CompilerServer, $"-pipename:{Pipe}"]) { RedirectStandardOutput = true })!;
    }

    public string Pipe { get; }

    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.HasExited ? throw new InvalidOperationException("The compiler server has ended.") : process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
