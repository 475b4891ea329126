using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Reenact.Testing.Xunit;

/// <summary>
/// Runs a theory once for each recording that a pattern names; the theory takes the recording's path, a <see cref="string"/>, and gives it to
/// <see cref="ReenactTest.RunAsync{T}"/>.
/// </summary>
/// <remarks>
/// A pattern that names no recording fails the theory: a folder that was moved must not turn its tests green.
/// </remarks>
/// <param name="pattern">A path relative to the test's source file, with wildcards: <c>recordings/**/*.reenact</c>.</param>
/// <param name="sourceFile">The test's source file. The compiler fills it in.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RecordingDataAttribute(string pattern, [CallerFilePath] string sourceFile = "") : DataAttribute
{
    /// <summary>A path relative to the test's source file, with wildcards.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>The test's source file, on the machine that compiled it.</summary>
    public string SourceFile { get; } = sourceFile;

    /// <inheritdoc/>
    /// <exception cref="ReenactTestException">No recording matches.</exception>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. ReenactTest.FindRecordings(Pattern, SourceFile).Select(static recording => new TheoryDataRow<string>(recording))]);

    /// <summary>Recordings are files, so tests are listed one by one before any runs.</summary>
    public override bool SupportsDiscoveryEnumeration() => true;
}
