using System.Collections.Concurrent;

namespace Reenact.Tests.Replaying;

/// <summary>An agent that runs a random concurrent program. What it returns depends on all results, on who wins races, and on shared state.</summary>
public sealed partial class RandomProgram
{
    private readonly Tools tools = new();
    private readonly ProgramNode root;
    private readonly Dictionary<string, ProgramNode> agents;
    private readonly ConcurrentBag<Task> losers = [];
    private readonly bool awaitsLosers;
    private int shared;

    public RandomProgram(int seed, bool mixed)
    {
        root = ProgramNode.Create(seed, mixed);
        agents = root.All().Where(node => node.Operation is Operation.SubAgent or Operation.OwnStream).ToDictionary(node => node.Path);
        awaitsLosers = AwaitsLosers(seed);
    }

    /// <summary>How many calls really ran.</summary>
    public int LiveCalls => tools.Calls;

    /// <summary>Whether a program runs on one thread when it can: Task.WhenEach doesn't, nor do branches that are left over.</summary>
    public static bool KeepsToItsThread(int seed) =>
        AwaitsLosers(seed) && ProgramNode.Create(seed, mixed: false).All().All(node => node.Operation != Operation.WhenEach);

    public async Task<string> RunAsync()
    {
        var outcome = await AgentAsync(root.Path);
        if (awaitsLosers)
        {
            await Task.WhenAll(losers);
        }

        return outcome;
    }

    [Replayed]
    public partial Task<string> AgentAsync(string path);

    [Replayed]
    public partial IAsyncEnumerable<string> Tell(string path);

    /// <summary>Whether a program waits, in the end, for the branches that lost a race.</summary>
    private static bool AwaitsLosers(int seed) => seed % 3 != 0;

    private async Task<string> AgentCoreAsync(string path)
    {
        var results = new List<string>();
        foreach (var child in agents[path].Children)
        {
            results.Add(await ExecuteAsync(child));
        }

        return $"{path}({string.Join(' ', results)})";
    }

    private async IAsyncEnumerable<string> TellCore(string path)
    {
        foreach (var child in agents[path].Children)
        {
            yield return await ExecuteAsync(child);
        }
    }

    private async Task<string> ExecuteAsync(ProgramNode node)
    {
        var argument = node.Counts ? $"{node.Path}#{Interlocked.Increment(ref shared)}" : node.Path;
        switch (node.Operation)
        {
            case Operation.Call:
                return (await tools.AskAsync(argument).ConfigureAwait(node.Captures)).ToString();
            case Operation.CallSynchronously:
                return tools.Quote(argument).ToString();
            case Operation.CallThatFails:
                try
                {
                    return (await tools.FailAsync(argument).ConfigureAwait(node.Captures)).ToString();
                }
                catch (InvalidOperationException exception)
                {
                    return exception.Message;
                }

            case Operation.Delay:
                await Deterministic.Delay(TimeSpan.FromMilliseconds(1)).ConfigureAwait(node.Captures);
                return "d";
            case Operation.Yield:
                await Task.Yield();
                return (await tools.AskAsync(argument).ConfigureAwait(node.Captures)).ToString();
            case Operation.Loop:
                var last = "";
                for (var i = 0; i < 3; i++)
                {
                    foreach (var child in node.Children)
                    {
                        last += await ExecuteAsync(child).ConfigureAwait(node.Captures);
                    }
                }

                return last;
            case Operation.SubAgent:
                return await AgentAsync(node.Path).ConfigureAwait(node.Captures);
            case Operation.Stream:
                return await ReadAsync(node, argument).ConfigureAwait(node.Captures);
            case Operation.OwnStream:
                var told = "";
                await foreach (var part in Tell(node.Path).ConfigureAwait(node.Captures))
                {
                    told += $"{part},";
                }

                return told;
            case Operation.WhenAll:
                return string.Join('+', await Task.WhenAll(Start(node)).ConfigureAwait(node.Captures));
            case Operation.WhenAny:
                var racing = Start(node);
                var winner = await Task.WhenAny(racing).ConfigureAwait(node.Captures);
                foreach (var loser in racing)
                {
                    losers.Add(loser);
                }

                return $"{Array.IndexOf(racing, winner)}:{await winner.ConfigureAwait(node.Captures)}";
            default:
                var finished = new List<string>();
                await foreach (var task in Task.WhenEach(Start(node)).ConfigureAwait(node.Captures))
                {
                    finished.Add(await task.ConfigureAwait(node.Captures));
                }

                return string.Join('<', finished);
        }
    }

    /// <summary>Reads a stream, perhaps not to its end, and makes a call in between.</summary>
    private async Task<string> ReadAsync(ProgramNode node, string argument)
    {
        var read = "";
        try
        {
            await foreach (var item in tools.Items(argument).ConfigureAwait(node.Captures))
            {
                read += $"{item},";
                if (item % 5 == 0)
                {
                    read += await tools.AskAsync(argument).ConfigureAwait(node.Captures);
                }

                if (node.Counts && item % 3 == 0)
                {
                    break;
                }
            }
        }
        catch (InvalidOperationException exception)
        {
            read += exception.Message;
        }

        return read;
    }

    private Task<string>[] Start(ProgramNode node)
    {
        return [.. node.Children.Select(Branch)];

        async Task<string> Branch(ProgramNode child) => await ExecuteAsync(child).ConfigureAwait(node.Captures);
    }

    private sealed partial class Tools
    {
        private int calls;

        public int Calls => calls;

        [Recorded]
        public partial Task<int> AskAsync(string question);

        [Recorded]
        public partial int Quote(string question);

        [Recorded]
        public partial ValueTask<int> FailAsync(string question);

        [Recorded]
        public partial IAsyncEnumerable<int> Items(string question);

        private async IAsyncEnumerable<int> ItemsCore(string question)
        {
            Interlocked.Increment(ref calls);
            for (var left = Random.Shared.Next(5); left > 0; left--)
            {
                await WorkAsync();
                yield return Random.Shared.Next(1000);
            }

            if (Random.Shared.Next(8) == 0)
            {
                throw new InvalidOperationException($"{question} broke");
            }
        }

        private async Task<int> AskCoreAsync(string question)
        {
            Interlocked.Increment(ref calls);
            await WorkAsync();
            return Random.Shared.Next(1000);
        }

        private int QuoteCore(string question)
        {
            Interlocked.Increment(ref calls);
            return Random.Shared.Next(1000);
        }

        private async ValueTask<int> FailCoreAsync(string question)
        {
            Interlocked.Increment(ref calls);
            await WorkAsync();
            throw new InvalidOperationException($"failed {Random.Shared.Next(1000)}");
        }

        private static Task WorkAsync()
        {
            var milliseconds = Random.Shared.Next(4);
            return milliseconds == 0 ? Task.CompletedTask : Task.Delay(milliseconds);
        }
    }
}
