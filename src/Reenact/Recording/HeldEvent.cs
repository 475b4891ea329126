namespace Reenact.Recorders;

/// <summary>
/// An event that has its place in the log and is not written yet, or what is said of open calls between two of those. Changed under the lock of
/// <see cref="HeldEvents"/> only.
/// </summary>
/// <param name="bytes">The event, as it is known so far; null where there is none.</param>
/// <param name="step">What it says of the calls that are open.</param>
/// <param name="span">Which call.</param>
/// <param name="parent">What it was made in.</param>
internal sealed class HeldEvent(byte[]? bytes, EventLog.Step step, uint span, uint parent)
{
    public byte[]? Bytes { get; set; } = bytes;

    public EventLog.Step Step => step;

    public uint Span => span;

    public uint Parent => parent;

    /// <summary>Whether it may be written.</summary>
    public bool IsReady { get; set; } = true;
}
