namespace Reenact.Extensions.AI;

/// <summary>Compares what makes up a message with what was kept: text by content, other objects by reference, numbers by their bits.</summary>
internal ref struct FingerprintCheck(ReadOnlySpan<Fingerprint.Part> kept) : IFingerprintSink
{
    private readonly ReadOnlySpan<Fingerprint.Part> kept = kept;
    private int at;

    /// <summary>Whether nothing more was kept than was compared.</summary>
    public readonly bool AtEnd => at == kept.Length;

    public bool Add(object? unchanging, long bits) => at < kept.Length && kept[at++].Is(unchanging, bits);
}
