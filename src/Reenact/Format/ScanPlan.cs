namespace Reenact.Format;

/// <summary>What a scan needs to know for every block. Thread-safe.</summary>
/// <param name="SessionId">The session's id, big-endian.</param>
/// <param name="Key">With what contents are read; where it is missing, they are not looked at.</param>
/// <param name="Wanted">How much of each block is looked at.</param>
internal sealed record ScanPlan(byte[] SessionId, ContentKey Key, ScanDepth Wanted)
{
    /// <summary>How much of each block can be looked at.</summary>
    public ScanDepth Depth { get; } = Key.IsLocked ? ScanDepth.Stored : Wanted;
}
