using System.Buffers;

namespace Reenact.Cli;

/// <summary>Keeps the start of what is written and counts the rest: enough to try whether something can be written at all.</summary>
/// <param name="kept">How many bytes to keep.</param>
internal sealed class StartOfOutput(int kept) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> start = new();
    private byte[] rest = [];

    /// <summary>Whether all that was written was kept.</summary>
    public bool IsWhole { get; private set; } = true;

    public ReadOnlySpan<byte> Written => start.WrittenSpan;

    public void Advance(int count)
    {
        if (IsWhole)
        {
            start.Advance(count);
            IsWhole = start.WrittenCount <= kept;
        }
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (IsWhole)
        {
            return start.GetMemory(sizeHint);
        }

        if (rest.Length < Math.Max(sizeHint, 1))
        {
            rest = new byte[Math.Max(sizeHint, 4096)];
        }

        return rest;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
