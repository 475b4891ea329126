using System.Runtime.CompilerServices;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Streams;

/// <summary>What streams do when they are recorded they do when they are replayed, with nothing run.</summary>
public sealed class StreamReplayTests
{
    private readonly StreamAgent agent = new();

    public static TheoryData<string, Scheduling> Programs
    {
        get
        {
            string[] sequential =
            [
                nameof(ReadAll), nameof(LeaveEarly), nameof(Fail), nameof(FailAtOnce), nameof(FailAtTheCall), nameof(Cancel), nameof(NeverRead),
                nameof(ReadTwice), nameof(ReadTwiceAtOnce), nameof(Nest), nameof(FailToDispose), nameof(DisposeLater), nameof(BeginAndLeave),
                nameof(Parallel), nameof(ReadAfterTheEnd), nameof(Inherit),
            ];
            var programs = new TheoryData<string, Scheduling>(sequential.Select(each => (each, Scheduling.Free)));
            programs.AddRange([.. sequential.Concat([nameof(Race), nameof(RaceWithCalls)]).Select(each => (each, Scheduling.Exact))]);
            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_replay_does_as_recorded(string program, Scheduling scheduling)
    {
        Func<Task<string>> code = program switch
        {
            nameof(ReadAll) => ReadAll,
            nameof(LeaveEarly) => LeaveEarly,
            nameof(Fail) => Fail,
            nameof(FailAtOnce) => FailAtOnce,
            nameof(FailAtTheCall) => FailAtTheCall,
            nameof(Cancel) => Cancel,
            nameof(NeverRead) => NeverRead,
            nameof(ReadTwice) => ReadTwice,
            nameof(ReadTwiceAtOnce) => ReadTwiceAtOnce,
            nameof(Nest) => Nest,
            nameof(FailToDispose) => FailToDispose,
            nameof(DisposeLater) => DisposeLater,
            nameof(BeginAndLeave) => BeginAndLeave,
            nameof(Parallel) => Parallel,
            nameof(Race) => Race,
            nameof(RaceWithCalls) => RaceWithCalls,
            nameof(ReadAfterTheEnd) => ReadAfterTheEnd,
            _ => Inherit,
        };
        var recorded = "";
        var bytes = await Recorded.SessionAsync(async () => recorded = await code(), scheduling);
        if (scheduling == Scheduling.Exact)
        {
            Assert.Null(Recorded.FreeCauseOf(bytes));
        }

        agent.Runs = 0;
        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(code);

        Assert.Equal(recorded, report.Output);
        Assert.True(report.IsMatch);
        Assert.Equal(0, agent.Runs);
    }

    private async Task<string> ReadAll() => await agent.Ask("a -b c -d").JoinAsync() + await agent.Answer("-e f").JoinAsync(captures: false);

    private async Task<string> LeaveEarly()
    {
        var seen = "";
        await foreach (var chunk in agent.Ask("a -b c -d"))
        {
            seen += chunk.Text;
            if (chunk.Place == 2)
            {
                break;
            }
        }

        await foreach (var chunk in agent.Answer("-a b"))
        {
            return seen + chunk.Text;
        }

        return "";
    }

    private async Task<string> Fail()
    {
        agent.Source = agent.Body = static (_, _) => After(new TimeoutException("late"), wait: true);
        return await Outcome(agent.Ask("a")) + await Outcome(agent.Answer("a"));
    }

    private async Task<string> FailAtOnce()
    {
        agent.Source = agent.Body = static (_, _) => After(new InvalidOperationException("now"), wait: false);
        var items = agent.Ask("a").GetAsyncEnumerator();
        await items.MoveNextAsync();
        var failed = items.MoveNextAsync();
        return $"{failed.IsFaulted}" + await Outcome(agent.Answer("a"));
    }

    private async Task<string> FailAtTheCall()
    {
        agent.Source = agent.Body = static (_, _) => throw new ArgumentException("none");
        await Task.Yield();
        return Assert.Throws<ArgumentException>(() => agent.Ask("a")).Message + Assert.Throws<ArgumentException>(() => agent.Answer("a")).Message;
    }

    private async Task<string> Cancel()
    {
        agent.Source = agent.Body = static (_, token) => Endless(token);
        using var cancel = new CancellationTokenSource();
        var seen = "";
        foreach (var stream in new[] { agent.Ask("a"), agent.Answer("a") })
        {
            try
            {
                await foreach (var chunk in stream.WithCancellation(cancel.Token))
                {
                    seen += chunk.Place;
                    if (chunk.Place == 2)
                    {
                        await cancel.CancelAsync();
                    }
                }
            }
            catch (OperationCanceledException canceled)
            {
                seen += $"{canceled.GetType().Name} {canceled.CancellationToken == cancel.Token}";
            }
        }

        return seen;
    }

    private async Task<string> NeverRead()
    {
        var unread = (agent.Ask("a"), agent.Answer("a"));
        return $"{await agent.CountAsync("b")} {unread is { Item1: not null, Item2: not null }}";
    }

    private async Task<string> ReadTwice()
    {
        var (asked, answered) = (agent.Ask("a -b"), agent.Answer("c -d"));
        return await asked.JoinAsync() + await answered.JoinAsync() + await asked.JoinAsync() + await answered.JoinAsync();
    }

    private async Task<string> ReadTwiceAtOnce()
    {
        var asked = agent.Ask("-a -b c");
        return string.Join('|', await Task.WhenAll(asked.JoinAsync(), asked.JoinAsync(), agent.Answer("-d").JoinAsync()));
    }

    private async Task<string> Nest()
    {
        agent.Body = Asking;
        var seen = "";
        await foreach (var chunk in agent.Answer("x"))
        {
            seen += $"{chunk} {await agent.CountAsync(chunk.Text)} ";
        }

        return seen;

        async IAsyncEnumerable<Chunk> Asking(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new Chunk("first", await agent.CountAsync("first"));
            await foreach (var chunk in agent.Ask("a -b", cancellationToken).WithCancellation(cancellationToken))
            {
                yield return chunk with { Place = await agent.CountAsync(chunk.Text + "!!") };
            }

            await agent.CountAsync("last");
        }
    }

    private async Task<string> FailToDispose()
    {
        agent.Source = agent.Body = static (_, _) => new Reluctant(new IOException("stays"), later: false);
        var first = await Outcome(agent.Ask("a")) + await Outcome(agent.Answer("a"));
        agent.Source = agent.Body = static (_, _) => new Reluctant(new IOException("stays"), later: true);
        return first + await LeaveAtOnce(agent.Ask("b")) + await LeaveAtOnce(agent.Answer("b"));
    }

    private async Task<string> DisposeLater()
    {
        agent.Source = agent.Body = static (_, _) => new Reluctant(null, later: true);
        var items = agent.Ask("a").GetAsyncEnumerator();
        await items.MoveNextAsync();
        var disposal = items.DisposeAsync();
        var pending = !disposal.IsCompleted;
        await disposal;
        return $"{pending} {await LeaveAtOnce(agent.Answer("a"))}";
    }

    private async Task<string> BeginAndLeave()
    {
        await using (agent.Ask("a").GetAsyncEnumerator())
        await using (agent.Answer("a").GetAsyncEnumerator())
        {
            return (await agent.CountAsync("a")).ToString();
        }
    }

    private async Task<string> Parallel()
    {
        var streams = Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? agent.Ask($"-a{i} b -c -d") : agent.Answer($"-a{i} b -c -d"));
        return string.Join('|', await Task.WhenAll(streams.Select((stream, i) => stream.JoinAsync(captures: i % 3 != 0))));
    }

    /// <summary>Items of several streams in the order in which they come.</summary>
    private async Task<string> Race()
    {
        var seen = new List<string>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await foreach (var chunk in agent.Ask($"-a{i} -b{i} c{i} -d{i}"))
            {
                seen.Add(chunk.Text);
            }
        }));
        return string.Join(' ', seen);
    }

    private async Task<string> RaceWithCalls()
    {
        await using var items = agent.Ask("-a -b -c").GetAsyncEnumerator();
        var seen = "";
        for (var more = true; more;)
        {
            var next = items.MoveNextAsync().AsTask();
            var call = agent.CountAsync(seen);
            seen += await Task.WhenAny(next, call) == next ? "item " : "call ";
            await call;
            more = await next;
        }

        return seen;
    }

    private async Task<string> ReadAfterTheEnd()
    {
        await using var items = agent.Ask("a").GetAsyncEnumerator();
        return $"{await items.MoveNextAsync()} {await items.MoveNextAsync()} {await items.MoveNextAsync()}";
    }

    /// <summary>Async locals of the consumer reach the body, and those of the body do not reach the consumer.</summary>
    private async Task<string> Inherit()
    {
        var flowing = new AsyncLocal<string?>();
        agent.Body = Flowing;
        flowing.Value = "one";
        var seen = "";
        await foreach (var chunk in agent.Answer("x"))
        {
            seen += $"{chunk.Text} {flowing.Value} ";
            flowing.Value = "two";
        }

        return seen;

        async IAsyncEnumerable<Chunk> Flowing(string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new Chunk(flowing.Value ?? "", await agent.CountAsync("a"));
            flowing.Value = "inner";
            yield return new Chunk(flowing.Value ?? "", await agent.CountAsync("b"));
            yield return new Chunk(flowing.Value ?? "", 0);
        }
    }

    private static async Task<string> Outcome(IAsyncEnumerable<Chunk> stream)
    {
        try
        {
            return await stream.JoinAsync();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name} {exception.Message} ";
        }
    }

    private static async Task<string> LeaveAtOnce(IAsyncEnumerable<Chunk> stream)
    {
        try
        {
            await foreach (var chunk in stream)
            {
                break;
            }

            return "left ";
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
    }

    private static async IAsyncEnumerable<Chunk> After(Exception failure, bool wait)
    {
        yield return new Chunk("a", 0);
        if (wait)
        {
            await Task.Delay(1);
        }

        throw failure;
    }

    private static async IAsyncEnumerable<Chunk> Endless([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var place = 0; ; place++)
        {
            await Task.Delay(1, cancellationToken);
            yield return new Chunk("", place);
        }
    }

    /// <summary>A stream of two items whose disposal takes time, or fails.</summary>
    private sealed class Reluctant(Exception? failure, bool later) : IAsyncEnumerable<Chunk>, IAsyncEnumerator<Chunk>
    {
        public Chunk Current { get; private set; } = null!;

        public IAsyncEnumerator<Chunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            Current = new Chunk("r", Current?.Place + 1 ?? 0);
            return new ValueTask<bool>(Current.Place < 2);
        }

        public async ValueTask DisposeAsync()
        {
            if (later)
            {
                await Task.Delay(1);
            }

            if (failure is not null)
            {
                throw failure;
            }
        }
    }
}
