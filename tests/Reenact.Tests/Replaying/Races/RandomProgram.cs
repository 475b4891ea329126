using System.Collections.Concurrent;

namespace Reenact.Tests.Replaying.Races;

/// <summary>An agent that runs a random concurrent program. What it returns depends on all results, on who wins races, and on shared state.</summary>
public sealed partial class RandomProgram
{
    private readonly Tools tools = new();
    private readonly ProgramNode root;
    private readonly Dictionary<string, ProgramNode> agents;
    private readonly ConcurrentBag<Task> losers = [];
    private readonly ConcurrentQueue<string> trace = new();
    private readonly bool awaitsLosers;
    private int shared;

    public RandomProgram(int seed, bool mixed, bool coordinates = true)
    {
        root = ProgramNode.Create(seed, mixed, coordinates);
        agents = root.All().Where(node => node.Operation is Operation.SubAgent or Operation.OwnStream).ToDictionary(node => node.Path);
        awaitsLosers = AwaitsLosers(seed);
    }

    /// <summary>How many calls really ran.</summary>
    public int LiveCalls => tools.Calls;

    /// <summary>Whether calls race with real timers: one that lost when it was recorded left no trace, and may win on replay.</summary>
    public bool HasRealTimers => root.All().Any(static node => node.Operation == Operation.RealTimer);

    /// <summary>What the code did, in order, up to its end.</summary>
    public IReadOnlyList<string> Trace { get; private set; } = [];

    public async Task<string> RunAsync()
    {
        var outcome = await AgentAsync(root.Path);
        if (awaitsLosers)
        {
            await Task.WhenAll(losers);
        }

        Trace = [.. trace];
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
        trace.Enqueue($"{node.Path} starts");
        var result = await ExecuteCoreAsync(node).ConfigureAwait(node.Captures);
        trace.Enqueue($"{node.Path} ends with {result}");
        return result;
    }

    private async Task<string> ExecuteCoreAsync(ProgramNode node)
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
            case Operation.WhenEach:
                var finished = new List<string>();
                await foreach (var task in Task.WhenEach(Start(node)).ConfigureAwait(node.Captures))
                {
                    finished.Add(await task.ConfigureAwait(node.Captures));
                }

                return string.Join('<', finished);
            default:
                return await CoordinateAsync(node, argument).ConfigureAwait(node.Captures);
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
}
