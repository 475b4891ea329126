using System.Diagnostics;
using RecordingWorker;
using Reenact.Keys;
using Reenact.Tests.Durabilities;
using Xunit;

namespace Reenact.Tests.Keys;

/// <summary>
/// System calls that a key ring makes fail, one at a time. Whatever fails is a <see cref="KeyStoreException"/>, and each key that was given out can be had, unless it was to be
/// destroyed. <c>REENACT_FAULTS=all</c> makes each call fail; without it, as many as fit into some seconds.
/// </summary>
public sealed class KeyRingFaultTests
{
    private static readonly bool All = Environment.GetEnvironmentVariable("REENACT_FAULTS") == "all";

    /// <summary>Calls and errors, and whether they are watched at files whose names are known only: the runtime makes such calls itself.</summary>
    public static TheoryData<string, string, bool> Faults => new()
    {
        { "rename,renameat,renameat2", "EIO", false }, { "rename,renameat,renameat2", "ENOSPC", false }, { "fsync", "EIO", false }, { "mkdir,mkdirat", "ENOSPC", false },
        { "pwrite64", "ENOSPC", true }, { "openat,open", "EACCES", true }, { "close", "EIO", true }, { "flock", "EIO", true }, { "unlink", "EIO", true },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task Each_system_call_that_fails_is_told_and_loses_no_key_that_was_given_out(string calls, string error, bool atKnownFiles)
    {
        await OutsideTool.SkipWithoutFaultsAsync();
        var clock = Stopwatch.StartNew();
        for (var time = 1; time <= 60 && (All || time == 1 || clock.Elapsed < TimeSpan.FromSeconds(1)); time++)
        {
            var above = Directory.CreateTempSubdirectory("reenact-ring-").FullName;
            var folder = Path.Combine(above, "ring");
            var tenant = Path.Combine(folder, "tenants", TenantKeys.IdOf("acme").ToString("N"));
            string[] known = [folder, Path.Combine(folder, "ring"), Path.Combine(folder, "ring.tmp"), Path.Combine(folder, "lock"), tenant, tenant + ".tmp", Path.Combine(folder, "tenants")];
            var (run, failed) = await OutsideTool.RunWithFaultAsync(
                calls, error, time, atKnownFiles ? known : [], ["env", "DOTNET_EnableDiagnostics=0", "dotnet", typeof(Ringing).Assembly.Location, "ring", folder]);

            await AssertKeptAsync(folder, run, $"{calls} failed with {error}, time {time}");
            Directory.Delete(above, recursive: true);
            if (!failed)
                break; // It is not called so often.
        }
    }

    private static async Task AssertKeptAsync(string folder, (int ExitCode, string[] Lines) run, string what)
    {
        var said = $"{what}: exit code {run.ExitCode}, {string.Join(", ", run.Lines)}";
        Assert.True(run.ExitCode == 0 && run.Lines is [.., "end"], said);
        if (run.Lines[0] != "created")
            return; // Nothing was promised.

        var ring = FileKeyRing.Open(folder);
        foreach (var words in run.Lines.Select(line => line.Split(' ')))
        {
            if (words[0] == "key" && !run.Lines.Contains("destroying " + words[1]))
            {
                using var key = await ring.FindAsync(Guid.Parse(words[1]), TestContext.Current.CancellationToken);
                Assert.True(words[2] == Convert.ToBase64String(key.Bytes), said);
            }
            else if (words[0] == "destroyed")
            {
                var gone = await Assert.ThrowsAsync<KeyStoreException>(() => ring.FindAsync(Guid.Parse(words[1]), TestContext.Current.CancellationToken).AsTask());
                Assert.Equal(KeyStoreErrorKind.Destroyed, gone.Kind);
            }
        }
    }
}
