using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;
using Reenact.Benchmarks.Replaying;

namespace Reenact.Benchmarks.Recorders;

/// <summary>
/// What a model call of 200 real conversations costs its thread, in processor time, and in memory: steadier on a busy machine than time by the clock.
/// The least of many passes over all calls; the calls alone, without opening and sealing a recording.
/// </summary>
internal static class ModelCost
{
    private const string Source = "Reenact.Benchmarks.ModelCost";

    public static async Task RunAsync(int passes)
    {
        var calls = await ModelCalls.LoadAsync();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var recording = Path.Combine(Path.GetTempPath(), $"model-{Guid.NewGuid()}.reenact");
        try
        {
            var (plain, traced, recorded, served) = (new Least(), new Least(), new Least(), new Least());
            for (var pass = 0; pass < passes; pass++)
            {
                Ask(new RepeatingModel(calls), calls, plain);
                if (pass % 4 == 0)
                {
                    Ask(new RepeatingModel(calls).AsBuilder().UseOpenTelemetry(sourceName: Source, configure: client => client.EnableSensitiveData = true).Build(), calls, traced);
                }

                await RecordAsync(recording, calls, recorded);
                await ServeAsync(recording, calls, served);
            }

            Console.WriteLine(new FileInfo(recording).Length + " bytes");
            plain.Print("unrecorded");
            traced.Print("UseOpenTelemetry, with content");
            recorded.Print("UseReenact, recorded");
            served.Print("UseReenact, served");
        }
        finally
        {
            File.Delete(recording);
        }
    }

    private static async Task RecordAsync(string recording, List<ModelCall> calls, Least least)
    {
        using var model = new RepeatingModel(calls).AsBuilder().UseReenact().Build();
        await using var session = Session.Record(recording, options: new RecordOptions { Replace = true });
        await session.RunAsync(() => Task.FromResult(Ask(model, calls, least)));
        session.Complete(Outcome.Success);
    }

    private static async Task ServeAsync(string recording, List<ModelCall> calls, Least least)
    {
        using var model = new OfflineChatClient().AsBuilder().UseReenact().Build();
        using var replay = Session.Replay(recording);
        await replay.RunAsync(() => Task.FromResult(Ask(model, calls, least)));
    }

#pragma warning disable REEN2001, REEN2003 // What replayed code costs is measured where it runs.
    private static int Ask(IChatClient model, List<ModelCall> calls, Least least)
    {
        var messages = 0;
        var (clock, thread, bytes) = (Stopwatch.GetTimestamp(), ThreadTime.Now, GC.GetAllocatedBytesForCurrentThread());
        foreach (var call in calls)
        {
            var answer = model.GetResponseAsync(call.Messages, call.Options);
            messages += answer.GetAwaiter().GetResult().Messages.Count;
        }

        least.Add(Stopwatch.GetElapsedTime(clock).TotalMicroseconds, (ThreadTime.Now - thread) / 1000.0, GC.GetAllocatedBytesForCurrentThread() - bytes);
        return messages;
    }
#pragma warning restore REEN2001, REEN2003

    private sealed class Least
    {
        private double clock = double.MaxValue;
        private double thread = double.MaxValue;
        private long bytes = long.MaxValue;

        public void Add(double byClock, double ofThread, long allocated) =>
            (clock, thread, bytes) = (Math.Min(clock, byClock), Math.Min(thread, ofThread), Math.Min(bytes, allocated));

        public void Print(string what) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-32} {clock / ModelCalls.Count,8:F2} µs {thread / ModelCalls.Count,8:F2} processor µs {bytes / ModelCalls.Count,8:N0} B"));
    }
}
