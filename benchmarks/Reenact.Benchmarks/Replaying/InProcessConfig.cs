using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Reenact.Benchmarks.Replaying;

/// <summary>Few iterations, in this process: what is compared is in one run, and takes far longer than starting a process would disturb.</summary>
public sealed class InProcessConfig : ManualConfig
{
    public InProcessConfig() =>
        AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(8).WithInvocationCount(1).WithUnrollFactor(1));
}
