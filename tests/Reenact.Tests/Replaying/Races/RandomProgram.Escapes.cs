using System.Threading.Channels;

namespace Reenact.Tests.Replaying.Races;

/// <content>Code that goes where no session schedules it: the thread pool, real timers, readers that are woken together.</content>
public sealed partial class RandomProgram
{
    /// <summary>Several readers of one channel: who is woken first takes the item.</summary>
    private async Task<string> ReadersAsync(ProgramNode node, string argument)
    {
        var channel = Channel.CreateUnbounded<int>();
        var read = new List<string>();
        var readers = Enumerable.Range(0, 2 + (node.Number % 2)).Select(ReadAsync).ToArray();
        for (var i = 0; i < 3; i++)
        {
            await channel.Writer.WriteAsync(await tools.AskAsync($"{argument} {i}").ConfigureAwait(node.Captures)).ConfigureAwait(node.Captures);
        }

        channel.Writer.Complete();
        await Task.WhenAll(readers).ConfigureAwait(node.Captures);
        return string.Join('|', read);

        async Task ReadAsync(int reader)
        {
            if (node.Number % 3 != 0)
            {
                await tools.AskAsync($"{argument} reader {reader}").ConfigureAwait(node.Captures);
            }

            await foreach (var item in channel.Reader.ReadAllAsync().ConfigureAwait(node.Captures))
            {
                trace.Enqueue($"{node.Path} reader {reader} has {item}");
                lock (read)
                {
                    read.Add($"r{reader}:{item}");
                }
            }
        }
    }

    private async Task<string> ParallelStreamsAsync(ProgramNode node, string argument) =>
        string.Join('=', await Task.WhenAll(Enumerable.Range(0, 2 + (node.Number % 2)).Select(place => ReadAsync(node, $"{argument} stream {place}"))).ConfigureAwait(node.Captures));

    /// <summary>One piece of code on the thread pool, or two at once.</summary>
    private async Task<string> OnThreadPoolAsync(ProgramNode node)
    {
        var first = Task.Run(() => ExecuteAsync(node.Children[0]));
        if (node.Number % 3 == 0)
        {
            return string.Join('*', await Task.WhenAll(first, Task.Run(() => ExecuteAsync(node.Children[1]))).ConfigureAwait(node.Captures));
        }

        return $"{await first.ConfigureAwait(node.Captures)}*{await Task.Run(() => ExecuteAsync(node.Children[1])).ConfigureAwait(node.Captures)}";
    }

    private async Task<string> RaceTimerAsync(ProgramNode node, string argument)
    {
        var asked = tools.AskAsync(argument);
        if (await Task.WhenAny(asked, Task.Delay(1 + (node.Number % 4))).ConfigureAwait(node.Captures) == asked)
        {
            return $"{await asked.ConfigureAwait(node.Captures)}";
        }

        losers.Add(asked);
        return "too late";
    }
}
