using System.Diagnostics;
using System.Threading.Channels;
using Reenact.Sessions;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Races;

/// <summary>Each way in which code waits for several things: recorded under exact scheduling, it replays with the same outcome each time.</summary>
public sealed class ExactSchedulingTests
{
    private const int Sessions = 5;
    private const int Replays = 3;

    private readonly SampleTools tools = new() { Work = static _ => Task.Delay(Random.Shared.Next(4)) };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task WhenAll(bool captures) => AssertSameAsync(async () =>
    {
        var order = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            order.Add(await tools.WaitAsync($"{number}").ConfigureAwait(captures));
            order.Add(await tools.WaitAsync($"{number} again").ConfigureAwait(captures));
        })).ConfigureAwait(captures);
        return string.Join(' ', order);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task WhenAny(bool captures) => AssertSameAsync(async () =>
    {
        var racing = Enumerable.Range(0, 6).Select(number => tools.WaitAsync($"{number}")).ToList();
        var order = "";
        while (racing.Count > 0)
        {
            var winner = await Task.WhenAny(racing).ConfigureAwait(captures);
            racing.Remove(winner);
            order += await winner.ConfigureAwait(captures) + await tools.WaitAsync($"after {order.Length}").ConfigureAwait(captures);
        }

        return order;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task WhenEach(bool captures) => AssertSameAsync(async () =>
    {
        var order = "";
        await foreach (var task in Task.WhenEach(Enumerable.Range(0, 6).Select(number => tools.WaitAsync($"{number}"))).ConfigureAwait(captures))
        {
            order += await task.ConfigureAwait(captures);
        }

        return order;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Channels(bool captures) => AssertSameAsync(async () =>
    {
        var channel = Channel.CreateBounded<string>(2);
        var read = ReadAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(WriteAsync)).ConfigureAwait(captures);
        channel.Writer.Complete();
        return await read.ConfigureAwait(captures);

        async Task WriteAsync(int writer)
        {
            for (var i = 0; i < 3; i++)
            {
                await channel.Writer.WriteAsync(await tools.WaitAsync($"{writer}.{i}").ConfigureAwait(captures)).ConfigureAwait(captures);
            }
        }

        async Task<string> ReadAsync()
        {
            var order = "";
            await foreach (var item in channel.Reader.ReadAllAsync().ConfigureAwait(captures))
            {
                order += item + await tools.WaitAsync($"read {item}").ConfigureAwait(captures);
            }

            return order;
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Semaphores(bool captures) => AssertSameAsync(async () =>
    {
        using var semaphore = new SemaphoreSlim(2);
        var order = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(LimitedAsync)).ConfigureAwait(captures);
        return string.Join(' ', order);

        async Task LimitedAsync(int number)
        {
            await tools.WaitAsync($"{number} comes").ConfigureAwait(captures);
            await semaphore.WaitAsync().ConfigureAwait(captures);
            order.Add(await tools.WaitAsync($"{number} is in").ConfigureAwait(captures));
            semaphore.Release();
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Cancellation_that_races_a_result(bool captures) => AssertSameAsync(async () =>
    {
        using var source = new CancellationTokenSource();
        return string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 4).Select(RunAsync)).ConfigureAwait(captures));

        async Task<string> RunAsync(int number)
        {
            try
            {
                var answer = await tools.WaitAsync($"{number}").WaitAsync(source.Token).ConfigureAwait(captures);
                source.Cancel();
                return answer;
            }
            catch (OperationCanceledException)
            {
                return "canceled";
            }
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Retries_and_time_outs(bool captures) => AssertSameAsync(async () =>
    {
        var tried = "";
        for (var time = 0; time < 5; time++)
        {
            try
            {
                return tried + await tools.WaitAsync($"{time}").WaitAsync(TimeSpan.FromMilliseconds(2), Deterministic.TimeProvider).ConfigureAwait(captures);
            }
            catch (TimeoutException)
            {
                tried += "late ";
                await Deterministic.Delay(TimeSpan.FromMilliseconds(1)).ConfigureAwait(captures);
            }
        }

        return tried;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Agents_side_by_side(bool captures)
    {
        var agent = new FlightAgent
        {
            Body = async (_, request) =>
            {
                await Task.Yield();
                return await tools.WaitAsync(request).ConfigureAwait(captures) + await tools.WaitAsync($"{request} again").ConfigureAwait(captures);
            },
        };
        return AssertSameAsync(async () =>
        {
            var order = "";
            await foreach (var task in Task.WhenEach(Enumerable.Range(0, 5).Select(number => agent.HandleAsync($"{number}"))).ConfigureAwait(captures))
            {
                order += await task.ConfigureAwait(captures);
            }

            return order;
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Code_that_spins_until_another_branch_is_done(bool captures) => AssertSameAsync(async () =>
    {
        var turns = 0;
        var slow = tools.WaitAsync("slow");
        var quick = tools.WaitAsync("quick");
        await quick.ConfigureAwait(captures);
        while (!slow.IsCompleted)
        {
            turns++;
            await Task.Yield();
        }

        return $"{turns}";
    });

    [Fact]
    public async Task Branches_that_leave_for_the_thread_pool_alike_are_told_apart()
    {
        var order = new List<string>();
        await AssertSameAsync(async () =>
        {
            order.Clear();
            await new SampleTools { Work = static _ => Task.Delay(2) }.WaitAsync("first").ConfigureAwait(false);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async number =>
            {
                await Task.Yield(); // Only the order in which they were given to the pool tells these branches apart.
                order.Add(await tools.WaitAsync($"{number} as {order.Count}").ConfigureAwait(false));
            })).ConfigureAwait(false);
            return string.Join(' ', order);
        });
    }

    [Fact]
    public async Task Code_of_a_session_that_is_disposed_of_before_goes_on_and_ends()
    {
        var gate = new TaskCompletionSource();
        var held = new SampleTools { Work = _ => gate.Task };
        var session = Session.Record(new KeptBlockStore(), options: new RecordOptions { Scheduling = Scheduling.Exact });
        var run = session.RunAsync(async () =>
        {
            await Task.Yield();
            return await held.WaitAsync("late").ConfigureAwait(false) is not null;
        });
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await session.DisposeAsync();
        gate.SetResult();

        Assert.True(await run.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_end_that_can_not_be_recorded_does_not_hold_its_session_up()
    {
        var pump = new Pump(static _ => { }, static _ => { }, static () => false);
        var run = pump.RunAsync(async () =>
        {
            var call = new TaskCompletionSource();
            pump.RunWhenDone(call.Task, static () => throw new InvalidOperationException("The recorder has failed."));
            call.SetResult();
            await Task.Yield();
            return 1;
        });

        Assert.Equal(1, await run.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        pump.Abandon();
    }

    [Fact]
    public async Task Blocking_on_the_session_itself_ends_in_an_error_that_says_where()
    {
        await using var session = Session.Record(new KeptBlockStore(), options: new RecordOptions { Scheduling = Scheduling.Exact, StuckTimeout = TimeSpan.FromMilliseconds(300) });
        var slow = new SampleTools { Work = static _ => Task.Delay(5) };
        var time = Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => session.RunAsync(async () =>
        {
            await tools.WaitAsync("first");
            return BranchAsync().Result;
        }));

        Assert.Contains("blocks its thread in Task", error.Message);
        Assert.Contains("(ExactSchedulingTests.cs:", error.Message);
        Assert.Contains("await instead of blocking", error.Message);
        Assert.InRange(time.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

        async Task<string> BranchAsync() => await slow.WaitAsync("never comes back") + await slow.WaitAsync("nor this");
    }

    [Fact]
    public async Task Synchronous_calls_of_threads_that_never_overlapped_are_free()
    {
        var agent = new FlightAgent();
        async Task<string> RunAsync()
        {
            await Task.Run(() => agent.Quote(new Trip("JFK", 1), "a"));
            await Task.Run(() => agent.Quote(new Trip("BOS", 1), "a"));
            return "";
        }

        async Task<string> RunInTurnAsync()
        {
            await Task.Yield();
            agent.Quote(new Trip("JFK", 1), "a");
            await Task.Yield();
            agent.Quote(new Trip("LHR", 1), "a");
            return "";
        }

        Assert.Equal(FreeCause.SeveralFlows, Recorded.FreeCauseOf(await Recorded.SessionAsync(RunAsync)));
        Assert.Null(Recorded.FreeCauseOf(await Recorded.SessionAsync(RunInTurnAsync)));
    }

    private static async Task AssertSameAsync(Func<Task<string>> code)
    {
        for (var session = 0; session < Sessions; session++)
        {
            var recorded = "";
            var bytes = await Recorded.SessionAsync(async () => recorded = await code(), Scheduling.Exact);
            Assert.Null(Recorded.FreeCauseOf(bytes));
            for (var i = 0; i < Replays; i++)
            {
                using var replay = Recorded.Replay(bytes);
                var report = await replay.RunAsync(code);
                Assert.Equal(recorded, report.Output);
                Assert.True(report.IsMatch);
                Assert.Empty(report.Warnings);
            }
        }
    }
}
