namespace Reenact.Recorders;

/// <summary>An event that has its place in the log and is not written yet. Changed under the lock of <see cref="HeldEvents"/> only.</summary>
/// <param name="bytes">The event, as it is known so far.</param>
internal sealed class HeldEvent(byte[] bytes)
{
    public byte[] Bytes { get; set; } = bytes;

    /// <summary>Whether it may be written.</summary>
    public bool IsReady { get; set; } = true;
}
