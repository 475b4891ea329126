using System.Globalization;
using BenchmarkDotNet.Running;
using Reenact.Benchmarks.Building;
using Reenact.Benchmarks.Building.Determinism;
using Reenact.Benchmarks.Calls;
using Reenact.Benchmarks.Recorders;
using Reenact.Benchmarks.Sustained;

if (args is ["compile-cost"])
    CompileCost.Run();
else if (args is ["generator-cost"])
    GeneratorCost.Run();
else if (args is ["determinism-cost", "build", ..])
    BuildCost.Run(Lines());
else if (args is ["determinism-cost", "editor", ..])
    new EditorCost(Lines()).Run();
else if (args is ["model-cost", ..])
    await ModelCost.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40);
else if (args is ["sustained"])
    new SustainedCost(1_000_000).Run();
else
    BenchmarkSwitcher.FromAssembly(typeof(CallBenchmarks).Assembly).Run(args);

int Lines() => args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000;
