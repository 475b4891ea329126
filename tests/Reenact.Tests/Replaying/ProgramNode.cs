namespace Reenact.Tests.Replaying;

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
}

/// <summary>One operation of a random program, made from a seed.</summary>
internal sealed record ProgramNode(string Path, Operation Operation, bool Captures, bool Counts, ProgramNode[] Children)
{
    private const int Deepest = 4;

    /// <param name="seed">Decides everything.</param>
    /// <param name="mixed">Whether some of its awaits are <c>ConfigureAwait(false)</c>.</param>
    public static ProgramNode Create(int seed, bool mixed) => Create(new Random(seed), mixed, "p", Operation.SubAgent, 0);

    public IEnumerable<ProgramNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    private static ProgramNode Create(Random random, bool mixed, string path, Operation operation, int depth)
    {
        var count = operation switch
        {
            Operation.Loop => random.Next(1, 3),
            Operation.SubAgent or Operation.OwnStream => random.Next(1, 4),
            Operation.WhenAll or Operation.WhenAny or Operation.WhenEach => random.Next(2, 5),
            _ => 0,
        };
        var children = new ProgramNode[count];
        for (var i = 0; i < count; i++)
        {
            children[i] = Create(random, mixed, $"{path}.{i}", Pick(random, depth + 1), depth + 1);
        }

        return new ProgramNode(path, operation, random.Next(3) != 0 || !mixed, random.Next(8) == 0, children);
    }

    private static Operation Pick(Random random, int depth) =>
        depth >= Deepest
            ? random.Next(8) switch
            {
                0 => Operation.CallSynchronously,
                1 => Operation.CallThatFails,
                2 => Operation.Delay,
                3 => Operation.Yield,
                4 => Operation.Stream,
                _ => Operation.Call,
            }
            : random.Next(19) switch
            {
                0 or 1 => Operation.CallSynchronously,
                2 => Operation.CallThatFails,
                3 => Operation.Delay,
                4 => Operation.Yield,
                5 => Operation.Loop,
                6 or 7 => Operation.SubAgent,
                8 or 9 => Operation.WhenAll,
                10 or 11 => Operation.WhenAny,
                12 => Operation.WhenEach,
                13 or 14 => Operation.Stream,
                15 => Operation.OwnStream,
                _ => Operation.Call,
            };
}
