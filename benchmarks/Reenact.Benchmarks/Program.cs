using BenchmarkDotNet.Running;
using Reenact.Benchmarks.Calls;

BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);
