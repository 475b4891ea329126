using System.Threading.Channels;

namespace Reenact.Tests.Replaying.Races;

/// <content>Branches that wait for each other: channels, semaphores, merged streams, cancellation, time-outs, tasks that one completes for the other.</content>
public sealed partial class RandomProgram
{
    private Task<string> CoordinateAsync(ProgramNode node, string argument) => node.Operation switch
    {
        Operation.Channel => ChannelAsync(node, argument),
        Operation.Semaphore => SemaphoreAsync(node),
        Operation.MergedStreams => MergeAsync(node, argument),
        Operation.CancelRace => CancelRaceAsync(node, argument),
        Operation.Retry => RetryAsync(node, argument),
        Operation.Timeout => TimeoutAsync(node, argument),
        Operation.Spin => SpinAsync(node, argument),
        Operation.Decide => DecideAsync(node, argument),
        Operation.Handover => HandOverAsync(node),
        Operation.Readers => ReadersAsync(node, argument),
        Operation.ParallelStreams => ParallelStreamsAsync(node, argument),
        Operation.OnThreadPool => OnThreadPoolAsync(node),
        Operation.RealTimer => RaceTimerAsync(node, argument),
        _ => ValueTaskAsync(node).AsTask(),
    };

    private async Task<string> ChannelAsync(ProgramNode node, string argument)
    {
        var capacity = node.Number % 3;
        var channel = capacity == 0 ? Channel.CreateUnbounded<string>() : Channel.CreateBounded<string>(capacity);
        var read = new List<string>();
        var readers = Enumerable.Range(0, 1 + (node.Number / 3 % 2)).Select(ReadAsync).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 1 + (node.Number / 6 % 3)).Select(WriteAsync)).ConfigureAwait(node.Captures);
        channel.Writer.Complete();
        await Task.WhenAll(readers).ConfigureAwait(node.Captures);
        return string.Join('|', read);

        async Task WriteAsync(int writer)
        {
            for (var i = 0; i < 2; i++)
            {
                var answer = await tools.AskAsync($"{argument} w{writer}.{i}").ConfigureAwait(node.Captures);
                await channel.Writer.WriteAsync($"{answer}").ConfigureAwait(node.Captures);
            }
        }

        async Task ReadAsync(int reader)
        {
            await foreach (var item in channel.Reader.ReadAllAsync().ConfigureAwait(node.Captures))
            {
                read.Add($"r{reader}:{item}");
                trace.Enqueue($"{node.Path} reader {reader} has {item}");
                if (node.Counts)
                {
                    await tools.AskAsync($"{argument} r{reader} {item}").ConfigureAwait(node.Captures);
                }
            }
        }
    }

    private async Task<string> SemaphoreAsync(ProgramNode node)
    {
        using var semaphore = new SemaphoreSlim(1 + (node.Number % 2));
        var order = new List<string>();
        await Task.WhenAll(node.Children.Select(LimitedAsync)).ConfigureAwait(node.Captures);
        return string.Join('/', order);

        async Task LimitedAsync(ProgramNode child)
        {
            if (node.Counts)
            {
                order.Add(tools.Quote($"{child.Path} limited").ToString());
            }

            await semaphore.WaitAsync().ConfigureAwait(node.Captures);
            try
            {
                order.Add(await ExecuteAsync(child).ConfigureAwait(node.Captures));
            }
            finally
            {
                semaphore.Release();
            }
        }
    }

    private async Task<string> MergeAsync(ProgramNode node, string argument)
    {
        var merged = "";
        var streams = Enumerable.Range(0, 2 + (node.Number % 2)).Select(place => tools.Items($"{argument} stream {place}").GetAsyncEnumerator()).ToList();
        var next = streams.Select(stream => stream.MoveNextAsync().AsTask()).ToList();
        while (next.Count > 0)
        {
            var step = await Task.WhenAny(next).ConfigureAwait(node.Captures);
            var place = next.IndexOf(step);
            try
            {
                if (await step.ConfigureAwait(node.Captures))
                {
                    merged += $"{streams[place].Current},";
                    trace.Enqueue($"{node.Path} has {streams[place].Current}");
                    next[place] = streams[place].MoveNextAsync().AsTask();
                    continue;
                }
            }
            catch (InvalidOperationException exception)
            {
                merged += exception.Message;
            }

            await streams[place].DisposeAsync().ConfigureAwait(node.Captures);
            streams.RemoveAt(place);
            next.RemoveAt(place);
        }

        return merged;
    }

    private async Task<string> CancelRaceAsync(ProgramNode node, string argument)
    {
        using var source = new CancellationTokenSource();
        return string.Join('&', await Task.WhenAll(Enumerable.Range(0, 3).Select(RunAsync)).ConfigureAwait(node.Captures));

        async Task<string> RunAsync(int runner)
        {
            try
            {
                var answer = await tools.WaitAsync($"{argument} {runner}", source.Token).ConfigureAwait(node.Captures);
                trace.Enqueue($"{node.Path} runner {runner} cancels the others");
                source.Cancel();
                return $"{answer}";
            }
            catch (OperationCanceledException)
            {
                trace.Enqueue($"{node.Path} runner {runner} is canceled");
                return "c";
            }
        }
    }

    private async Task<string> RetryAsync(ProgramNode node, string argument)
    {
        for (var time = 0; time < 3; time++)
        {
            try
            {
                return $"{time}={await tools.TryAsync(argument, time).ConfigureAwait(node.Captures)}";
            }
            catch (TimeoutException)
            {
                await Deterministic.Delay(TimeSpan.FromMilliseconds(time)).ConfigureAwait(node.Captures);
            }
        }

        return "gave up";
    }

    private async Task<string> TimeoutAsync(ProgramNode node, string argument)
    {
        var asked = tools.AskAsync(argument);
        try
        {
            return $"{await asked.WaitAsync(TimeSpan.FromMilliseconds(1 + (node.Number % 3)), Deterministic.TimeProvider).ConfigureAwait(node.Captures)}";
        }
        catch (TimeoutException)
        {
            losers.Add(asked);
            return "too late";
        }
    }

    private async Task<string> SpinAsync(ProgramNode node, string argument)
    {
        var asked = tools.AskAsync(argument);
        while (!asked.IsCompleted)
        {
            await Task.Yield();
        }

        return $"{await asked.ConfigureAwait(node.Captures)}";
    }

    private async Task<string> DecideAsync(ProgramNode node, string argument)
    {
        Task<int>[] racing = [tools.AskAsync($"{argument} left"), tools.AskAsync($"{argument} right")];
        var winner = Array.IndexOf(racing, await Task.WhenAny(racing).ConfigureAwait(node.Captures));
        losers.Add(Task.WhenAll(racing));
        return $"{winner}>{await ExecuteAsync(node.Children[winner]).ConfigureAwait(node.Captures)}";
    }

    private async Task<string> HandOverAsync(ProgramNode node)
    {
        var handed = new TaskCompletionSource<string>(node.Counts ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        var taking = TakeAsync();
        var given = await ExecuteAsync(node.Children[0]).ConfigureAwait(node.Captures);
        handed.SetResult(given);
        trace.Enqueue($"{node.Path} has handed over");
        return $"{given}~{await taking.ConfigureAwait(node.Captures)}";

        async Task<string> TakeAsync()
        {
            var taken = await handed.Task.ConfigureAwait(node.Captures);
            trace.Enqueue($"{node.Path} has taken over");
            return $"{taken}{await ExecuteAsync(node.Children[1]).ConfigureAwait(node.Captures)}";
        }
    }

    private async ValueTask<string> ValueTaskAsync(ProgramNode node)
    {
        await Task.Yield();
        return await ExecuteAsync(node.Children[0]).ConfigureAwait(node.Captures);
    }
}
