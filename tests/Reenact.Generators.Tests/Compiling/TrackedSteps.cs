using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Tests.Compiling;

/// <summary>Why each step of a run did what it did.</summary>
internal static class TrackedSteps
{
    /// <summary>The names in <see cref="TrackingNames"/>.</summary>
    public static readonly string[] OwnNames =
    [
        .. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => (string)field.GetRawConstantValue()!),
    ];

    public static IncrementalStepRunReason[] ReasonsOf(this GeneratorRun run, string step) =>
        run.Steps.TryGetValue(step, out var steps) ? [.. steps.SelectMany(static each => each.Outputs).Select(static output => output.Reason)] : [];

    /// <summary>How many files were emitted anew.</summary>
    public static int EmittedAnew(this GeneratorRun run) => run.Outputs.Values
        .SelectMany(static steps => steps)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);
}
