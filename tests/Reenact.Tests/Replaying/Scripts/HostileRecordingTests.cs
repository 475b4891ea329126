using MessagePack;
using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>Recordings that nobody's recorder writes end a replay soon, and with an error that says what is wrong.</summary>
public sealed class HostileRecordingTests
{
    private const string Double = "Reenact.Tests.Replaying.Scripts.CountingTools.Double";
    private const string DoubleLater = "Reenact.Tests.Replaying.Scripts.CountingTools.DoubleLaterAsync";
    private const string Quadruple = "Reenact.Tests.Replaying.Scripts.CountingTools.QuadrupleAsync";

    private readonly CountingTools tools = new();

    [Fact]
    public async Task Many_calls_that_the_code_never_makes_are_counted_and_not_all_listed()
    {
        var bytes = Recording((builder, method) =>
        {
            for (var span = 1u; span <= 100_000; span++)
            {
                Start(builder, span, 0, method, (int)span);
            }
        });

        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(100_000, report.MissingCalls);
        Assert.Equal(1_000, report.Divergences.Count);
    }

    [Fact]
    public async Task Calls_nested_without_end_need_no_stack()
    {
        var bytes = Recording((builder, method) =>
        {
            for (var span = 1u; span <= 50_000; span++)
            {
                Start(builder, span, span - 1, method, (int)span);
            }
        }, Quadruple, CallKind.Agent);

        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => Task.CompletedTask).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(50_000, report.MissingCalls);
    }

    [Fact]
    public async Task Calls_whose_parent_does_not_exist_stand_at_the_top()
    {
        var bytes = Recording((builder, method) =>
        {
            Start(builder, 1, 17, method, 1);
            Return(builder, 1, 2);
            Start(builder, 2, 2, method, 2);
            Return(builder, 2, 4);
        });

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(() => Task.FromResult(tools.Double(1) + tools.Double(2)));

        Assert.Equal(6, report.Output);
        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task A_call_of_no_method_is_an_error_before_anything_runs()
    {
        var bytes = Recording((builder, method) => Start(builder, 1, 0, method + 1, 1));

        var error = Assert.Throws<RecordingException>(() => Recorded.Replay(bytes));
        Assert.Contains("which is not defined", error.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_event_that_can_not_be_read_ends_the_replay_also_where_the_code_goes_on()
    {
        var bytes = Recording((builder, method) =>
        {
            Start(builder, 1, 0, method, 1);
            Return(builder, 1, 2);
            Start(builder, 2, 0, method, 2);
            builder.Event(EventKind.CallFailed, 2, (ref MessagePackWriter output, ValueWriteContext _) =>
            {
                output.Write(7);
                output.Write(7);
            }, span: 2);
        });

        using var replay = Recorded.Replay(bytes);
        var swallowed = 0;
        var error = await Assert.ThrowsAsync<RecordingException>(() => replay.RunAsync(() =>
        {
            tools.Double(1);
            for (var i = 0; i < 3; i++)
            {
                try
                {
                    tools.Double(2);
                }
                catch (RecordingException)
                {
                    swallowed++;
                }
            }

            return Task.CompletedTask;
        }));
        Assert.Equal(RecordingErrorKind.Damaged, error.Kind);
        Assert.Equal(3, swallowed);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_call_that_is_in_flight_for_long_is_complete_when_it_was(int completion, bool complete)
    {
        var bytes = Recording((builder, method) =>
        {
            var later = builder.Method(DoubleLater, CallKind.Tool, "value");
            Start(builder, 1, 0, later, 7);
            for (var span = 2u; span <= 3_000; span++)
            {
                Start(builder, span, 0, method, (int)span);
                Return(builder, span, 2 * (int)span);
            }

            Return(builder, 1, 14, completion);
        });

        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(async () =>
        {
            var last = tools.DoubleLaterAsync(7);
            var wasComplete = last.IsCompleted;
            for (var i = 2; i <= 3_000; i++)
            {
                tools.Double(i);
            }

            return (wasComplete, await last);
        });
        Assert.Equal((complete, 14), report.Output);
        Assert.True(report.IsMatch);
    }

    private static byte[] Recording(Action<RecordingBuilder, uint> events, string method = Double, CallKind kind = CallKind.Tool)
    {
        var builder = new RecordingBuilder().Started();
        events(builder, builder.Method(method, kind, "value"));
        return builder.Ended().Seal().Bytes;
    }

    private static void Start(RecordingBuilder builder, uint span, uint parent, uint method, int argument) =>
        builder.Event(EventKind.CallStarted, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(parent);
            output.Write(method);
            output.WriteArrayHeader(1);
            output.Write(argument);
        }, span);

    private static void Return(RecordingBuilder builder, uint span, int result, int completion = 0) =>
        builder.Event(EventKind.CallReturned, 3, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(result);
            output.WriteNil();
            output.Write(completion);
        }, span);
}
