using BenchmarkDotNet.Running;
using Reenact.Benchmarks.Building;
using Reenact.Benchmarks.Calls;

if (args is ["compile-cost"])
    CompileCost.Run();
else if (args is ["generator-cost"])
    GeneratorCost.Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
