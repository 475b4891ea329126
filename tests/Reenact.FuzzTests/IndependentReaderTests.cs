using System.Diagnostics;
using System.Runtime.CompilerServices;
using CsCheck;

namespace Reenact.FuzzTests;

/// <summary>What one reader refuses, the reader in another language refuses. It takes a process for each recording: only with REENACT_FUZZ.</summary>
public sealed class IndependentReaderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-fuzz-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Changed_bytes_are_taken_alike()
    {
        Assert.SkipWhen(Fuzz.Seconds is null, "Set REENACT_FUZZ to a number of seconds.");
        var files = RecordedCorpus.Files.Where(file => !file.Name.StartsWith("encrypted", StringComparison.Ordinal)).ToArray();
        Fuzz.Run(
            cases: 0,
            Gen.Select(Gen.Int[0, 1_000_000], Step.Some, (which, steps) => files[which % files.Length] with { Bytes = ByteChanges.Apply(files[which % files.Length].Bytes, steps) }),
            Compare, (file, path) => file.WriteTo(path));
    }

    [Fact]
    public void Changed_blocks_with_checksums_that_fit_are_taken_alike()
    {
        Assert.SkipWhen(Fuzz.Seconds is null, "Set REENACT_FUZZ to a number of seconds.");
        var files = RecordedCorpus.Files.Where(file => !file.Name.StartsWith("encrypted", StringComparison.Ordinal) && file.Tail is null).ToArray();
        Fuzz.Run(
            cases: 0,
            Gen.Select(Gen.Int[0, 1_000_000], Step.Some, (which, steps) =>
            {
                var recording = TakenApart.Of(files[which % files.Length]);
                foreach (var step in steps)
                    RecordingChanges.Apply(recording, step with { Kind = step.Kind - (step.Kind % 18) + new[] { 11u, 12u, 16u, 17u }[step.Kind % 4] });
                return files[which % files.Length] with { Bytes = recording.Build(out _) };
            }),
            Compare, (file, path) => file.WriteTo(path));
    }

    private void Compare(CorpusFile file)
    {
        var path = Path.Combine(folder.FullName, "hostile.reenact");
        file.WriteTo(path);
        var (ours, why) = Ours(file);
        using var process = Process.Start(new ProcessStartInfo("python3", [Script(), path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var lines = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = lines.Result;
        if (process.ExitCode != ours)
            throw new FuzzFailure($"the other reader ends with {process.ExitCode} ({error.Trim()}), ours with {ours} ({why})");
    }

    /// <summary>What the other reader's exit codes mean: 0 sealed, 1 not sealed and otherwise intact, 2 damaged.</summary>
    private static (int, string) Ours(CorpusFile file)
    {
        try
        {
            using var recording = file.Open(OnDamage.Throw);
            var events = recording.ReadEvents().Count();
            var verification = recording.Verify();
            var structural = verification.Findings.FirstOrDefault(finding => finding.Severity == Integrity.FindingSeverity.Error && finding.Sequence is null);
            return structural is not null || recording.State == RecordingState.Damaged ? (2, structural?.Message ?? "damaged") : (recording.State == RecordingState.Sealed ? 0 : 1, $"{events} events");
        }
        catch (RecordingException exception)
        {
            return (2, exception.Message);
        }
    }

    private static string Script([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "independent-reader", "read_recording.py");
}
