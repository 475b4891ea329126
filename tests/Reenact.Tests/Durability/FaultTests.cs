using System.Diagnostics;
using System.Globalization;
using RecordingWorker;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>
/// What reaches the disk fails, one thing at a time: each system call that a session makes of its files, by strace's fault injection, writes that are
/// cut short, and disks that are full. Whatever fails, the process ends by itself, what went wrong is a <see cref="RecordingException"/>, and what was
/// flushed can be read. <c>REENACT_FAULTS=all</c> makes each call fail; without it, as many as fit into some seconds.
/// </summary>
public sealed class FaultTests
{
    private const int MostOfOneCall = 40;

    private static readonly bool All = Environment.GetEnvironmentVariable("REENACT_FAULTS") == "all";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static TheoryData<string, string> Faults => new()
    {
        { "pwrite64", "EIO" }, { "pwrite64", "ENOSPC" }, { "fsync", "EIO" }, { "openat", "EACCES" }, { "open", "EMFILE" }, { "mmap", "ENOMEM" }, { "ftruncate", "EIO" },
        { "unlink", "EIO" }, { "close", "EIO" }, { "munmap", "EINVAL" }, { "fstat", "EIO" }, { "pread64", "EIO" }, { "flock", "EIO" }, { "fcntl", "ENOLCK" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_system_call_that_fails_is_told_and_loses_nothing_that_was_flushed(string call, string error)
    {
        await OutsideTool.SkipWithoutFaultsAsync();
        var clock = Stopwatch.StartNew();
        for (var time = 1; time <= MostOfOneCall && (All || time == 1 || clock.Elapsed < Patience); time++)
        {
            using var file = new TemporaryFile();
            var folder = Path.GetDirectoryName(file.Path)!;
            var (run, failed) = await OutsideTool.RunWithFaultAsync(call, error, time, [file.Path, file.Path + ".tail", folder], Worker(file.Path));

            AssertKept(file.Path, run, $"{call} failed with {error}, time {time}");
            if (!failed)
                break; // It is not called so often.
        }
    }

    /// <summary>A write beyond the limit is cut short at the very byte, and the next one fails.</summary>
    [Fact]
    public async Task Writes_that_are_cut_short_anywhere_end_recording_and_nothing_else()
    {
        await OutsideTool.SkipWithoutAsync("prlimit", "--fsize=100000", "true");
        var random = new Random();
        var clock = Stopwatch.StartNew();
        for (var run = 0; run < 200 && (All || run < 3 || clock.Elapsed < Patience * 3); run++)
        {
            using var file = new TemporaryFile();
            var limit = run switch { 0 => 1, 1 => 129, _ => random.Next(128, 1_200_000 >> random.Next(6)) };

            // The signal that comes with this error is ignored; the runtime's own files would be too long otherwise.
            var output = await OutsideTool.RunAsync("sh", ["-c", "trap '' XFSZ; exec \"$@\"", "sh", "env", "DOTNET_EnableWriteXorExecute=0", "prlimit", $"--fsize={limit}", .. Worker(file.Path)]);

            AssertKept(file.Path, output, $"{limit} bytes");
        }
    }

    [Fact]
    public async Task A_full_disk_is_an_exception_and_no_signal()
    {
        await OutsideTool.SkipWithoutAsync("unshare", "--user", "--map-root-user", "--mount", "true");
        foreach (var kilobytes in All ? [8, 72, 100, 160, 260, 400, 600, 900, 1400] : new[] { 72, 160, 900 })
        {
            using var file = new TemporaryFile();
            var disk = Directory.CreateTempSubdirectory("reenact-disk-").FullName;
            var full = Path.Combine(disk, "full.reenact");
            var output = await OutsideTool.RunAsync(
                "unshare",
                ["--user", "--map-root-user", "--mount", "sh", "-c",
                    $"mount -t tmpfs -o size={kilobytes}k tmpfs {disk} && \"$@\"; code=$?; cp {full} {file.Path}; test -e {full}.tail && cp {full}.tail {file.Path}.tail; exit $code", "sh", .. Worker(full)]);
            Directory.Delete(disk, recursive: true);

            AssertKept(file.Path, output, $"a disk of {kilobytes} KiB");
        }
    }

    private static string[] Worker(string path) => ["dotnet", typeof(Storing).Assembly.Location, "store", path];

    private static void AssertKept(string path, (int ExitCode, string[] Lines) run, string what)
    {
        var said = $"{what}: exit code {run.ExitCode}, {string.Join(", ", run.Lines)}";
        Assert.True(run.ExitCode == 0 && run.Lines is [.., "end"], said);
        var flushed = run.Lines.Where(line => line.StartsWith("flushed ", StringComparison.Ordinal)).Select(line => int.Parse(line[8..], CultureInfo.InvariantCulture)).LastOrDefault();
        if (flushed == 0 && !run.Lines.Contains("sealed"))
            return; // Nothing was promised.

        using var recording = Reenact.Recording.Open(path);
        Assert.True(recording.State != RecordingState.Damaged, said);
        Assert.True(recording.Calls.Count(call => call.End is not null) >= flushed, said);
        Assert.True(recording.Verify().IsIntact, said);
        if (run.Lines[^2] == "sealed")
            Assert.Equal(RecordingState.Sealed, recording.State);
    }
}
