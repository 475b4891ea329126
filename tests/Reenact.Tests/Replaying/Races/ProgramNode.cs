namespace Reenact.Tests.Replaying.Races;

/// <summary>What an operation of a random program does.</summary>
public enum Operation
{
    Call,
    CallSynchronously,
    CallThatFails,
    Delay,
    Yield,
    Loop,
    SubAgent,
    WhenAll,
    WhenAny,
    WhenEach,
    Stream,
    OwnStream,
    Channel,
    Semaphore,
    MergedStreams,
    CancelRace,
    Retry,
    Timeout,
    Spin,
    Decide,
    Handover,
    ValueTask,
    Readers,
    ParallelStreams,
    OnThreadPool,
    RealTimer,
}

/// <summary>One operation of a random program, made from a seed.</summary>
internal sealed record ProgramNode(string Path, Operation Operation, bool Captures, bool Counts, int Number, ProgramNode[] Children)
{
    private const int Deepest = 4;

    /// <param name="seed">Decides everything.</param>
    /// <param name="mixed">Whether some of its awaits are <c>ConfigureAwait(false)</c>.</param>
    /// <param name="coordinates">Whether its branches wait for each other, too.</param>
    public static ProgramNode Create(int seed, bool mixed, bool coordinates) => Create(new Random(seed), mixed, coordinates, "p", Operation.SubAgent, 0);

    public IEnumerable<ProgramNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    private static ProgramNode Create(Random random, bool mixed, bool coordinates, string path, Operation operation, int depth)
    {
        var count = operation switch
        {
            Operation.Loop => random.Next(1, 3),
            Operation.SubAgent or Operation.OwnStream => random.Next(1, 4),
            Operation.WhenAll or Operation.WhenAny or Operation.WhenEach or Operation.Semaphore => random.Next(2, 5),
            Operation.Decide or Operation.Handover or Operation.OnThreadPool => 2,
            Operation.ValueTask => 1,
            _ => 0,
        };
        var children = new ProgramNode[count];
        for (var i = 0; i < count; i++)
        {
            children[i] = Create(random, mixed, coordinates, $"{path}.{i}", Pick(random, coordinates, depth + 1), depth + 1);
        }

        return new ProgramNode(path, operation, random.Next(3) != 0 || !mixed, random.Next(8) == 0, random.Next(1000), children);
    }

    private static Operation Pick(Random random, bool coordinates, int depth) =>
        depth >= Deepest
            ? (random.Next(13), coordinates) switch
            {
                (0, _) => Operation.CallSynchronously,
                (1, _) => Operation.CallThatFails,
                (2, _) => Operation.Delay,
                (3, _) => Operation.Yield,
                (4, _) => Operation.Stream,
                (5, true) => Operation.Retry,
                (6, true) => Operation.Timeout,
                (7, true) => Operation.Spin,
                (8, true) => Operation.CancelRace,
                _ => Operation.Call,
            }
            : (Operation)random.Next((int)(coordinates ? Operation.RealTimer : Operation.OwnStream) + 4) switch
            {
                var picked when picked > (coordinates ? Operation.RealTimer : Operation.OwnStream) => Operation.Call,
                var picked => picked,
            };
}
