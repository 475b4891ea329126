using System.Diagnostics;
using System.Globalization;
using RecordingWorker;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>
/// What reaches the disk fails, one thing at a time: each system call that a session makes of its files, by strace's fault injection, and disks
/// that are full. Whatever fails, the process ends by itself, what went wrong is a <see cref="RecordingException"/>, and what was
/// flushed can be read. <c>REENACT_FAULTS=all</c> makes each call fail; without it, as many as fit into some seconds.
/// </summary>
public sealed class FaultTests
{
    private const int MostOfOneCall = 40;

    private static readonly bool All = Environment.GetEnvironmentVariable("REENACT_FAULTS") == "all";

    public static TheoryData<string, string> Faults => new()
    {
        { "pwrite64", "EIO" }, { "pwrite64", "ENOSPC" }, { "fsync", "EIO" }, { "openat", "EACCES" }, { "open", "EMFILE" }, { "mmap", "ENOMEM" }, { "ftruncate", "EIO" },
        { "unlink", "EIO" }, { "close", "EIO" }, { "munmap", "EINVAL" }, { "fstat", "EIO" }, { "pread64", "EIO" }, { "flock", "EIO" }, { "fcntl", "ENOLCK" },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_system_call_that_fails_is_told_and_loses_nothing_that_was_flushed(string call, string error)
    {
        await SkipWithoutAsync("strace", ["-o", "/dev/null", "-e", "inject=getuid:error=EPERM:when=1000", "true"]);
        var clock = Stopwatch.StartNew();
        for (var time = 1; time <= MostOfOneCall && (All || time == 1 || clock.Elapsed < TimeSpan.FromSeconds(3)); time++)
        {
            using var file = new TemporaryFile();
            var folder = Path.GetDirectoryName(file.Path)!;
            var log = file.Path + ".strace";
            var output = await RunAsync(
                "strace",
                ["-f", "-qq", "-o", log, "-P", file.Path, "-P", file.Path + ".tail", "-P", folder, "-e", $"trace={call}", "-e", $"inject={call}:error={error}:when={time}", .. Worker(file.Path)]);
            var injected = (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Contains("(INJECTED)", StringComparison.Ordinal);
            File.Delete(log);

            AssertKept(file.Path, output, $"{call} failed with {error}, time {time}");
            if (!injected)
                break; // It is not called so often.
        }
    }

    [Fact]
    public async Task Files_that_may_grow_no_more_end_recording_and_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no such limit here.");
        foreach (var blocks in new[] { 1, 8, 100, 200, 600, 1000 }) // Of 512 or 1,024 bytes, as the shell has it.
        {
            using var file = new TemporaryFile();

            // The signal that comes with this error is ignored, as a service would.
            var output = await RunAsync("sh", ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"", "sh", "env", "DOTNET_EnableWriteXorExecute=0", .. Worker(file.Path)]); // The runtime's own files would be too long otherwise.

            AssertKept(file.Path, output, $"{blocks} blocks");
        }
    }

    [Fact]
    public async Task A_full_disk_is_an_exception_and_no_signal()
    {
        await SkipWithoutAsync("unshare", ["--user", "--map-root-user", "--mount", "true"]);
        foreach (var kilobytes in new[] { 8, 72, 160, 400, 900, 1400 })
        {
            using var file = new TemporaryFile();
            var disk = Directory.CreateTempSubdirectory("reenact-disk-").FullName;
            var full = Path.Combine(disk, "full.reenact");
            var output = await RunAsync(
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
        Assert.True(run.ExitCode == 0 && run.Lines[^1] == "end", said);
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

    private static async Task SkipWithoutAsync(string tool, string[] trial)
    {
        try
        {
            Assert.SkipUnless((await RunAsync(tool, trial)).ExitCode == 0, $"{tool} may not do what is needed here.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
        }
    }

    private static async Task<(int ExitCode, string[] Lines)> RunAsync(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5)); // A hang is what is looked for, and not a slow machine.
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return (process.ExitCode, output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
