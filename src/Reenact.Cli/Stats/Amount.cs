namespace Reenact.Cli;

/// <summary>How many of something there are, and how many bytes they take.</summary>
internal readonly record struct Amount(long Count, long Bytes)
{
    public Amount Add(long bytes) => new(Count + 1, Bytes + bytes);
}
