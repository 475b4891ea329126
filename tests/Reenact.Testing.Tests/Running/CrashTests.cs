using System.Diagnostics;

namespace Reenact.Testing.Tests.Running;

/// <summary>Processes that are killed while they record, at moments that nobody chose.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_process_that_is_killed_while_it_records_leaves_a_whole_recording()
    {
        folder.Write("Books.cs");
        var random = new Random();
        for (var round = 0; round < 8; round++)
        {
            await KillAsync(TimeSpan.FromMilliseconds(random.Next(0, 60)));

            using var recording = Recording.Open(folder["01.reenact"]);
            Assert.Equal(RecordingState.Sealed, recording.State);
            Assert.True(recording.Verify().IsIntact);
        }

        using var replay = Session.Replay(folder["01.reenact"]);
        var report = await replay.RunAsync(() => new RecordingWorker.Bookkeeper(new RecordingWorker.Ledger()).AddAsync(40));
        Assert.Equal(8200, report.Output);
        Assert.All(folder.Files, file => Assert.True(file is "Books.cs" or "started" or "01.reenact" || file.EndsWith(".tmp", StringComparison.Ordinal) || file.EndsWith(".tmp.tail", StringComparison.Ordinal), file));
    }

    private async Task KillAsync(TimeSpan delay)
    {
        File.Delete(folder["started"]);
        var start = new ProcessStartInfo("dotnet", [typeof(RecordingWorker.Recordings).Assembly.Location, "record", folder.FullName]);
        start.Environment["REENACT_RECORD"] = "*"; // So that it records on a build server, too.
        using var process = Process.Start(start)!;
        while (!File.Exists(folder["started"]))
        {
            Assert.False(process.HasExited, "The recording process ended by itself.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(delay, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
