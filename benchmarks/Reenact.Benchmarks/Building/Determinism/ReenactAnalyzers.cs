using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>The analyzers that come with Reenact.</summary>
internal static class ReenactAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
    [
        .. typeof(DeterminismAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static bool IsAboutDeterminism(DiagnosticAnalyzer analyzer) =>
        analyzer.GetType().Namespace == typeof(DeterminismAnalyzer).Namespace;
}
