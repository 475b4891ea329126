using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Stuck;

/// <summary>What is said of code that waits for something that no recording brings back: what it is, in which method, on which line.</summary>
public sealed class StuckTests
{
    private readonly FlightAgent agent = new();
    private bool replaying;
    private int line;

    public static TheoryData<string, string, string> Awaits => new()
    {
        { "delay", "a timer (Task.Delay)", "Deterministic.Delay" },
        { "delay with a token", "a timer (Task.Delay)", "Deterministic.Delay" },
        { "periodic timer", "a PeriodicTimer", "Deterministic.TimeProvider" },
        { "completion source", "a TaskCompletionSource that nobody completes", "who completes it" },
        { "semaphore", "a SemaphoreSlim that nobody releases", "who releases it" },
        { "semaphore with a time-out", "a SemaphoreSlim that nobody releases", "who releases it" },
        { "empty channel", "a channel that nobody writes to", "writer" },
        { "full channel", "room in a channel that nobody reads", "reader" },
        { "thread pool", "the thread pool (Task.Run of StuckTests.Block)", "Await the code" },
        { "asynchronous thread pool", "the thread pool (Task.Run)", "Await the code" },
        { "wait with a token", "a TaskCompletionSource that nobody completes", "who completes it" },
        { "continuation", "a TaskCompletionSource that nobody completes", "who completes it" },
    };

    [Theory]
    [MemberData(nameof(Awaits))]
    public async Task An_await_that_never_ends_is_named_with_its_method_and_line(string what, string said, string remedy)
    {
        agent.Body = async (self, request) =>
        {
            await self.SearchAsync(request, 1);
            if (replaying)
            {
                await StandStillAsync(what);
            }

            return request;
        };

        var divergence = await ReplayAsync(() => agent.HandleAsync("JFK"));

        Assert.Contains($"awaits {said} in StuckTests.StandStillAsync (StuckTests.cs:{line}), after FlightAgent.SearchAsync(from: \"JFK\", nights: 1)", divergence.Message);
        Assert.Contains(remedy, divergence.Remedy);
        Assert.Contains(divergence.Stack, frame => frame.StartsWith("at StuckTests.An_await_that_never_ends_is_named_with_its_method_and_line (lambda) in ", StringComparison.Ordinal));
        Assert.Contains(divergence.Stack, frame => frame.StartsWith("at StuckTests.StandStillAsync in ", StringComparison.Ordinal) && frame.EndsWith($"StuckTests.cs:line {line}", StringComparison.Ordinal));
        Assert.Equal($"awaits {said}", divergence.Stack[^1]);
    }

    [Theory]
    [InlineData("result", "TaskAwaiter")]
    [InlineData("sleep", "Thread.Sleep")]
    [InlineData("lock", "Monitor.Enter")]
    [InlineData("event", "ManualResetEventSlim.Wait")]
    [InlineData("semaphore", "SemaphoreSlim.Wait")]
    public async Task A_wait_that_blocks_the_thread_is_named_with_its_method_and_line(string what, string call)
    {
        var ended = false;
        var divergence = await ReplayAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            if (replaying)
            {
                try
                {
                    Block(what);
                }
                finally
                {
                    Volatile.Write(ref ended, true);
                }
            }
        });

        Assert.Contains($"blocks its thread in {call}", divergence.Message);
        Assert.Contains($", called by StuckTests.Block (StuckTests.cs:{line}), after FlightAgent.SearchAsync", divergence.Message);
        Assert.Contains("Await instead of blocking", divergence.Remedy);
        Assert.StartsWith("at StuckTests.Block in ", divergence.Stack[0]);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref ended), TimeSpan.FromSeconds(10)), "The thread is freed.");
    }

    [Fact]
    public async Task A_replayed_method_whose_thread_is_freed_is_stuck_and_did_not_end_otherwise()
    {
        agent.Body = async (self, request) =>
        {
            await self.SearchAsync(request, 1);
            if (replaying)
            {
                Block("sleep");
            }

            return request;
        };

        var divergence = await ReplayAsync(() => agent.HandleAsync("JFK"));

        Assert.Contains("blocks its thread in Thread.Sleep", divergence.Message);
        Assert.DoesNotContain(divergence.Stack, frame => frame.Contains(".g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_tasks_those_that_stand_still_are_named()
    {
        var never = new TaskCompletionSource<string>().Task;
        var divergence = await ReplayAsync(async () =>
        {
            var first = await agent.SearchAsync("JFK", 1);
            if (replaying)
            {
                await Task.WhenAll(Task.FromResult(first), DelayedAsync(), WaitAsync(never));
            }
        });

        Assert.Equal(
            ["awaits Task.WhenAll of 3 tasks, of which 2 are incomplete:", "  awaits a timer (Task.Delay)", "  awaits a TaskCompletionSource that nobody completes"],
            divergence.Stack.Where(frame => frame.TrimStart().StartsWith("awaits", StringComparison.Ordinal)));
        Assert.Contains(divergence.Stack, frame => frame.StartsWith("  at StuckTests.WaitAsync in ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_in_progress_that_nobody_awaits_is_named_too()
    {
        agent.Body = async (_, request) =>
        {
            if (replaying)
            {
                await Mark(Task.Delay(TimeSpan.FromMinutes(1)));
            }

            return request;
        };
        var divergence = await ReplayAsync(async () =>
        {
            var finished = new TaskCompletionSource();
            await agent.SearchAsync("JFK", 1);
            _ = HandleAsync();
            await finished.Task;

            async Task HandleAsync()
            {
                await agent.HandleAsync("BOS");
                finished.SetResult();
            }
        });

        Assert.Contains("awaits a TaskCompletionSource that nobody completes", divergence.Stack);
        Assert.Contains("in progress, too:", divergence.Stack);
        Assert.Equal("  awaits a timer (Task.Delay)", divergence.Stack[^1]);
        Assert.EndsWith($"StuckTests.cs:line {line}", divergence.Stack[^2]);
    }

    [Fact]
    public async Task An_iterator_that_stands_still_is_named()
    {
        var divergence = await ReplayAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            await foreach (var item in ItemsAsync())
            {
                Assert.NotNull(item);
            }
        });

        Assert.Contains($"awaits a timer (Task.Delay) in StuckTests.ItemsAsync (StuckTests.cs:{line})", divergence.Message);
    }

    [Fact]
    public async Task Code_that_computes_without_end_is_left_behind_after_its_last_call()
    {
        var stop = false;
        var divergence = await ReplayAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            while (replaying && !Volatile.Read(ref stop))
            {
            }
        });
        Volatile.Write(ref stop, true);

        Assert.Contains("computes without end, after FlightAgent.SearchAsync(from: \"JFK\", nights: 1)", divergence.Message);
        Assert.Contains("loops", divergence.Remedy);
    }

    private async Task<Divergence> ReplayAsync(Func<Task> code)
    {
        var bytes = await Recorded.SessionAsync(code);
        replaying = true;
        using var replay = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(200) });
        var time = Stopwatch.StartNew();
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(code))).Divergence;

        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(DivergenceKind.Stuck, divergence.Kind);
        using var json = JsonDocument.Parse(replay.Report.ToJson());
        Assert.Equal(divergence.Stack, json.RootElement.GetProperty("divergences")[0].GetProperty("stack").EnumerateArray().Select(frame => frame.GetString()));
        Assert.All(divergence.Stack, frame => Assert.Contains(frame, divergence.ToString()));
        return divergence;
    }

    private async Task StandStillAsync(string what)
    {
        var gate = new SemaphoreSlim(0);
        var channel = Channel.CreateBounded<int>(1);
        var never = new TaskCompletionSource<int>();
        using var source = new CancellationTokenSource();
        switch (what)
        {
            case "delay":
                await Mark(Task.Delay(TimeSpan.FromMinutes(1)));
                break;
            case "delay with a token":
                await Mark(Task.Delay(TimeSpan.FromMinutes(1), source.Token)).ConfigureAwait(false);
                break;
            case "periodic timer":
                using (var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)))
                {
                    await Mark(timer.WaitForNextTickAsync());
                }

                break;
            case "completion source":
                await Mark(never.Task);
                break;
            case "semaphore":
                await Mark(gate.WaitAsync());
                break;
            case "semaphore with a time-out":
                await Mark(gate.WaitAsync(TimeSpan.FromMinutes(1)));
                break;
            case "empty channel":
                await Mark(channel.Reader.ReadAsync()).ConfigureAwait(false);
                break;
            case "full channel":
                await channel.Writer.WriteAsync(1);
                await Mark(channel.Writer.WriteAsync(2));
                break;
            case "thread pool":
                await Mark(Task.Run(Block));
                break;
            case "asynchronous thread pool":
                await Mark(Task.Run(() => never.Task));
                break;
            case "wait with a token":
                await Mark(never.Task.WaitAsync(source.Token));
                break;
            case "continuation":
                await Mark(never.Task.ContinueWith(static task => task.Result, TaskScheduler.Default));
                break;
        }
    }

    private static void Block() => Thread.Sleep(TimeSpan.FromSeconds(3));

    private void Block(string what)
    {
        var held = new object();
        using var never = new ManualResetEventSlim();
        using var gate = new SemaphoreSlim(0);
        switch (what)
        {
            case "result":
                _ = Mark(new TaskCompletionSource<int>()).Task.GetAwaiter().GetResult();
                break;
            case "sleep":
                Thread.Sleep(Mark(TimeSpan.FromMinutes(1)));
                break;
            case "lock":
                Hold(held);
                lock (Mark(held))
                {
                }

                break;
            case "event":
                never.Wait(Mark(TimeSpan.FromMinutes(1)));
                break;
            case "semaphore":
                gate.Wait(Mark(TimeSpan.FromMinutes(1)));
                break;
        }
    }

    /// <summary>Another thread holds the lock, for a while.</summary>
    private static void Hold(object held)
    {
        using var taken = new ManualResetEventSlim();
        new Thread(() =>
        {
            lock (held)
            {
                taken.Set();
                Thread.Sleep(TimeSpan.FromSeconds(20));
            }
        }) { IsBackground = true }.Start();
        taken.Wait();
    }

    private async IAsyncEnumerable<string> ItemsAsync()
    {
        yield return "first";
        if (replaying)
        {
            await Mark(Task.Delay(TimeSpan.FromMinutes(1)));
        }

        yield return "second";
    }

    private static async Task<string> DelayedAsync()
    {
        await Task.Delay(TimeSpan.FromMinutes(1));
        return "";
    }

    private static async Task<string> WaitAsync(Task<string> never) => await never;

    private T Mark<T>(T value, [CallerLineNumber] int here = 0)
    {
        line = here;
        return value;
    }
}
