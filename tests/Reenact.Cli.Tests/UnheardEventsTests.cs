using System.Diagnostics;
using System.Text.Json.Nodes;
using RecordingWorker;

namespace Reenact.Cli.Tests;

/// <summary>A program without the runtime's event sources can't see real timers: what it records under exact scheduling is not called exact.</summary>
public sealed class UnheardEventsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unheard");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_that_does_not_hear_the_runtimes_events_records_free_sessions_that_say_so(bool isSupported)
    {
        Assert.Equal(0, (await RecordAsync(isSupported)).ExitCode);
        foreach (var number in (int[])[1, 2])
        {
            var recording = Path.Combine(folder.FullName, Recordings.NameOf(number));
            var shown = await ToolProcess.RunAsync("show", recording);
            using var replay = Session.Replay(recording);
            var report = await replay.RunAsync(() => new Bookkeeper(new Ledger()).AddAsync(number));

            Assert.Equal(isSupported ? null : FreeCause.UnheardEvents, report.FreeCause);
            Assert.Equal(isSupported, report.Exactness == Exactness.Exact);
            if (!isSupported)
            {
                Assert.Contains("free: the runtime's events are not heard", shown.Output);
                Assert.Contains("EventSourceSupport=true", shown.Output);
                Assert.Contains("EventSourceSupport=true", report.ToString());
                Assert.Equal("unheardEvents", (string?)JsonNode.Parse(report.ToJson())!["freeCause"]);
            }
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ToolRun> RecordAsync(bool isSupported)
    {
        var worker = typeof(Recordings).Assembly.Location;
        var config = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(worker, ".runtimeconfig.json"), TestContext.Current.CancellationToken))!;
        var properties = config["runtimeOptions"]!["configProperties"] ??= new JsonObject();
        properties["System.Diagnostics.Tracing.EventSource.IsSupported"] = isSupported;
        var file = Path.Combine(folder.FullName, "worker.runtimeconfig.json");
        await File.WriteAllTextAsync(file, config.ToJsonString(), TestContext.Current.CancellationToken);

        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", file, worker, "books", folder.FullName, "2"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        return await ToolProcess.EndAsync(process);
    }
}
