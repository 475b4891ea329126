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
/// A pattern that names no recording fails the theory: a folder that was moved must not turn its tests green. With
/// <c>REENACT_SHARD=3/16</c> in the environment only the recordings of that <see cref="Shard"/> are run; where it has none, the theory is skipped. Each
/// row has the trait <c>reenact</c> = <c>recording</c>, so that these tests can be run alone.
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
        new([.. ReenactTest.FindRecordings(Pattern, SourceFile).Select(static recording => Row(recording)).DefaultIfEmpty(NothingInShard())]);

    /// <summary>Recordings are files, so tests are listed one by one before any runs.</summary>
    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<string> Row(string recording)
    {
        var row = new TheoryDataRow<string>(recording);
        row.Traits.Add("reenact", ["recording"]);
        return row;
    }

    /// <summary>A theory without a row fails, and a shard without a recording is no fault.</summary>
    private TheoryDataRow<string> NothingInShard()
    {
        var row = Row(Pattern);
        row.Skip = $"None of the recordings that match '{Pattern}' is in this shard (REENACT_SHARD).";
        return row;
    }
}
