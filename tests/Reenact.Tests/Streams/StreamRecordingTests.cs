using System.Runtime.CompilerServices;
using Reenact.Events;
using Reenact.Integrity;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

public sealed class StreamRecordingTests
{
    private readonly StreamAgent agent = new();

    [Fact]
    public async Task Items_and_the_end_are_events_that_say_whether_they_were_there_when_asked_for()
    {
        var bytes = await Recorded.SessionAsync(async () => Assert.Equal("a -b c", await agent.Ask("a -b c").JoinAsync()));

        var call = Assert.Single(Recorded.Open(bytes).Calls);
        var items = call.Events.OfType<StreamItemEvent>().ToList();
        Assert.Equal([ResultCompletion.AtReturn, ResultCompletion.Later, ResultCompletion.AtReturn], items.Select(item => item.Completion));
        Assert.Equal((StreamEnding.Completed, ResultCompletion.AtReturn), (call.StreamEnd!.Ending, call.StreamEnd.Completion));
        Assert.Null(call.End);
        Assert.Null(Recorded.FreeCauseOf(bytes));
    }

    [Fact]
    public async Task A_stream_that_nobody_enumerates_leaves_its_start_only()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            agent.Ask("a");
            return Task.CompletedTask;
        });

        var call = Assert.Single(Recorded.Open(bytes).Calls);
        Assert.Equal((null, null, 0), (call.End, call.StreamEnd, call.Events.Count));
    }

    [Fact]
    public async Task Each_further_enumeration_is_a_call_of_its_own_with_the_same_arguments()
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            var stream = agent.Ask("a b");
            await stream.JoinAsync();
            await stream.JoinAsync();
        });

        var calls = Recorded.Open(bytes).Calls;
        Assert.Equal(2, calls.Count);
        Assert.Equal(calls[0].Arguments[0].Bytes.ToArray(), calls[1].Arguments[0].Bytes.ToArray());
        Assert.All(calls, call => Assert.Equal(2, call.Events.OfType<StreamItemEvent>().Count()));
        Assert.Equal(1, agent.Runs);
    }

    [Fact]
    public async Task A_consumer_that_leaves_early_is_recorded_as_such()
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            await foreach (var chunk in agent.Ask("a b c"))
            {
                if (chunk.Text == "b")
                {
                    break;
                }
            }
        });

        var call = Assert.Single(Recorded.Open(bytes).Calls);
        Assert.Equal((2, StreamEnding.Abandoned), (call.Events.Count, call.StreamEnd!.Ending));
    }

    [Fact]
    public async Task The_body_runs_inside_the_call_and_its_consumer_does_not()
    {
        agent.Body = Counting;
        var bytes = await Recorded.SessionAsync(async () =>
        {
            await foreach (var chunk in agent.Answer("x"))
            {
                await agent.CountAsync("consumer " + chunk.Text);
            }
        });

        var roots = Recorded.Open(bytes).Calls;
        Assert.Equal(["Answer", "CountAsync", "CountAsync"], roots.Select(NameOf));
        Assert.Equal(["CountAsync", "CountAsync", "CountAsync"], roots[0].Children.Select(NameOf));
        Assert.Null(Recorded.FreeCauseOf(bytes));

        async IAsyncEnumerable<Chunk> Counting(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new Chunk("a", await agent.CountAsync("first"));
            yield return new Chunk("b", await agent.CountAsync("second"));
            await agent.CountAsync("last");
        }
    }

    [Fact]
    public async Task A_call_beside_a_request_for_an_item_makes_the_recording_free()
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            await using var items = agent.Ask("-a").GetAsyncEnumerator();
            var next = items.MoveNextAsync();
            await agent.CountAsync("beside");
            await next;
        });

        Assert.Equal(Exactness.Free, Recorded.ExactnessOf(bytes));
    }

    [Fact]
    public async Task Both_tokens_cancel_and_the_end_says_so()
    {
        agent.Source = Endless;
        foreach (var byCall in new[] { true, false })
        {
            var bytes = await Recorded.SessionAsync(async () =>
            {
                using var cancel = new CancellationTokenSource();
                var stream = byCall ? agent.Ask("a", cancel.Token) : agent.Ask("a").WithCancellationOf(cancel.Token);
                var canceled = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                {
                    await foreach (var _ in stream)
                    {
                        await cancel.CancelAsync();
                    }
                });
                Assert.Equal(cancel.Token, canceled.CancellationToken);
            });

            var call = Assert.Single(Recorded.Open(bytes).Calls);
            Assert.Equal(StreamEnding.Canceled, call.StreamEnd!.Ending);
            Assert.True(Assert.IsType<CallFailedEvent>(call.End).Failure.Canceled);
        }
    }

    [Fact]
    public async Task A_recording_with_streams_verifies()
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            agent.Source = static (prompt, _) => Failing(prompt);
            await Assert.ThrowsAsync<TimeoutException>(() => agent.Ask("a", TestContext.Current.CancellationToken).JoinAsync());
        });

        using var recording = Recorded.Open(bytes);
        Assert.DoesNotContain(recording.Verify().Findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.Equal(1, recording.Summary.FailedCalls);
    }

    [Fact]
    public async Task Outside_a_session_the_stream_is_the_cores()
    {
        var own = StreamAgent.Words("a");
        agent.Source = (_, _) => own;
        var stream = agent.Ask("a", TestContext.Current.CancellationToken);
        Assert.Same(own, stream);
        Assert.Equal("a", await stream.JoinAsync());
    }

    private static async IAsyncEnumerable<Chunk> Failing(string prompt)
    {
        await Task.Yield();
        yield return new Chunk(prompt, 0);
        throw new TimeoutException("too late");
    }

    private static async IAsyncEnumerable<Chunk> Endless(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new Chunk(prompt, 0);
        }
    }

    private static string NameOf(RecordedSpan call) => call.Method.Name[(call.Method.Name.LastIndexOf('.') + 1)..];
}
