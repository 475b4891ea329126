using Reenact.Events;
using Xunit;

namespace Reenact.Tests.Recorders;

public sealed class CallRecordingTests
{
    private readonly SampleTools tools = new();

    [Fact]
    public async Task Calls_made_inside_a_call_are_its_children_on_whatever_thread()
    {
        var bytes = await Recorded.SessionAsync(() => Task.WhenAll(
            tools.OuterAsync("a"),
            Task.Run(() => tools.OuterAsync("b")),
            Task.Run(async () => await tools.OuterAsync("c").ConfigureAwait(false))));

        using var recording = Recorded.Open(bytes);
        Assert.Equal(["a", "b", "c"], recording.Calls.Select(call => Text(call, 0)).Order());
        Assert.All(recording.Calls, call => Assert.Equal([Text(call, 0) + "1", Text(call, 0) + "2"], call.Children.Select(child => Text(child, 0)).Order()));
        Assert.All(recording.Calls.SelectMany(call => call.Children), child => Assert.Empty(child.Children));
    }

    [Fact]
    public async Task Static_virtual_and_interface_calls_are_recorded_under_the_declared_name()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            SampleTools.Twice(2);
            new OtherTools().Describe("x");
            ((IQuotes)new Quotes()).Quote("abc");
            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        Assert.Equal(
            ["Reenact.Tests.Recorders.SampleTools.Twice", "Reenact.Tests.Recorders.SampleTools.Describe", "Reenact.Tests.Recorders.Quotes.Quote"],
            recording.Calls.Select(call => call.Method.Name));
        Assert.Equal("other x", ((CallReturnedEvent)recording.Calls[1].End!).Result.Read<string, Shims.StringCodec>());
    }

    [Fact]
    public async Task Arguments_are_recorded_as_they_were_before_the_call()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            Assert.Equal(3, tools.Count([1, 2]));
            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        Assert.Equal([1, 2], recording.Calls[0].Arguments[0].Read<List<int>, Shims.ListCodec<int, Shims.Int32Codec>>());
    }

    [Fact]
    public async Task Exceptions_reach_the_caller_where_the_core_let_them_out_recorded_and_replayed()
    {
        async Task<string> RunAsync()
        {
            var first = Assert.Throws<InvalidOperationException>(() => tools.ThrowAtOnce("now")).Message;
            var second = Assert.Throws<ArgumentException>(() => { _ = tools.ThrowAtCallAsync("call"); }).Message;
            var failed = tools.FailedTaskAsync("task");
            Assert.True(failed.IsFaulted);
            return first + second + (await Assert.ThrowsAsync<TimeoutException>(() => failed)).Message;
        }

        var bytes = await Recorded.SessionAsync(RunAsync);

        using var recording = Recorded.Open(bytes);
        Assert.Equal(
            [FailureCompletion.Thrown, FailureCompletion.Thrown, FailureCompletion.FailedTask],
            recording.Calls.Select(call => ((CallFailedEvent)call.End!).Completion));
        using var replay = Recorded.Replay(bytes);
        Assert.Equal("nowcalltask", (await replay.RunAsync(RunAsync)).Output);
    }

    [Fact]
    public async Task All_exceptions_of_a_task_reach_the_caller()
    {
        AggregateException? seen = null;
        await Recorded.SessionAsync(async () =>
        {
            var all = tools.FailAllAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => all);
            seen = all.Exception;
        });

        Assert.Equal(["one", "two"], seen!.InnerExceptions.Select(exception => exception.Message).Order());
    }

    [Fact]
    public async Task Cancellation_keeps_its_token_and_type_recorded_and_replayed()
    {
        var slow = new SampleTools { Work = static _ => Task.Delay(Timeout.Infinite) };
        async Task<string> RunAsync()
        {
            using var source = new CancellationTokenSource();
            var task = slow.WaitAsync("never", source.Token);
            Assert.False(task.IsCompleted);
            await source.CancelAsync();
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
            Assert.True(task.IsCanceled);
            Assert.Equal(source.Token, exception.CancellationToken);
            return exception.GetType().Name;
        }

        string? recorded = null;
        var bytes = await Recorded.SessionAsync(async () => recorded = await RunAsync());

        using var replay = Recorded.Replay(bytes);
        Assert.Equal(recorded, (await replay.RunAsync(RunAsync)).Output);
    }

    [Fact]
    public async Task Value_tasks_come_back_complete_or_not_as_recorded()
    {
        async Task<int> RunAsync()
        {
            var now = tools.ValueAsync(1, later: false);
            Assert.True(now.IsCompletedSuccessfully);
            var later = tools.ValueAsync(2, later: true);
            Assert.False(later.IsCompleted);
            return await now + await later;
        }

        var bytes = await Recorded.SessionAsync(RunAsync);

        using var replay = Recorded.Replay(bytes);
        Assert.Equal(3, (await replay.RunAsync(RunAsync)).Output);
    }

    [Fact]
    public async Task Async_locals_that_a_synchronous_core_sets_stay_set()
    {
        string? seen = null;
        await Recorded.SessionAsync(() =>
        {
            tools.SetFlowing("set");
            seen = SampleTools.Flowing.Value;
            SampleTools.Twice(1);
            return Task.CompletedTask;
        });

        Assert.Equal("set", seen);
    }

    [Fact]
    public async Task Nothing_recorded_runs_inside_a_leaf()
    {
        await Recorded.SessionAsync(async () =>
        {
            var direct = Assert.Throws<InvalidOperationException>(() => tools.LeafThatCalls(1));
            Assert.Contains("Remove Leaf = true", direct.Message);
            await Assert.ThrowsAsync<InvalidOperationException>(() => tools.LeafThatCallsElsewhereAsync(1));
            Assert.Equal(4, SampleTools.Twice(2)); // Outside the leaf again.
        });
    }

    [Fact]
    public async Task Repeated_leaf_calls_allocate_nothing()
    {
        await Recorded.SessionAsync(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                tools.Leaf(i);
            }

            // Now and then a block grows or is handed over, which allocates.
            Assert.Equal(0, Enumerable.Range(0, 10).Select(_ => AllocatedBy(100)).ToList().Min());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_huge_argument_is_recorded_and_replayed()
    {
        var bytes = Random.Shared.GetItems<byte>([1, 2, 3, 4, 5, 6, 7, 8, 9], 20_000_000);
        var numbers = Enumerable.Range(0, 10_000_000).ToList();
        Task<int> RunAsync() => Task.FromResult(tools.Size(bytes) + tools.Count([.. numbers]));

        var recorded = await Recorded.SessionAsync(RunAsync);

        using var replay = Recorded.Replay(recorded);
        Assert.Equal(30_000_001, (await replay.RunAsync(RunAsync)).Output);
        using var recording = Recorded.Open(recorded);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task A_value_that_refers_to_itself_is_an_error_and_recording_goes_on()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            var node = new SampleTools.Node();
            node.Next = node;
            Assert.Contains("node.Next repeats node", Assert.Throws<InvalidOperationException>(() => tools.Accept(node)).Message);
            SampleTools.Twice(3);
            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        Assert.EndsWith("Twice", Assert.Single(recording.Calls).Method.Name);
        Assert.True(recording.Verify().IsIntact);
    }

    private long AllocatedBy(int leafCalls)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < leafCalls; i++)
        {
            tools.Leaf(i);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(RecordedSpan call, int argument) => call.Arguments[argument].Read<string, Shims.StringCodec>();
}
