namespace Reenact.Replaying;

/// <summary>Bytes that are kept, cut back and appended to. Not thread-safe.</summary>
internal sealed class KnownBytes
{
    private byte[] bytes = [];

    /// <summary>How many there are; set to keep only the first.</summary>
    public int Length { get; set; }

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Append(ReadOnlySpan<byte> more)
    {
        if (bytes.Length - Length < more.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more.Length));
        }

        more.CopyTo(bytes.AsSpan(Length));
        Length += more.Length;
    }
}
