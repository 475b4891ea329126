using BenchmarkDotNet.Running;
using Reenact.Benchmarks.Building;
using Reenact.Benchmarks.Calls;

if (args is ["compile-cost"])
    CompileCost.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
