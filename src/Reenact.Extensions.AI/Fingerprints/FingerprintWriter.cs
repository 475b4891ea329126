namespace Reenact.Extensions.AI;

/// <summary>Keeps what makes up a message.</summary>
internal readonly struct FingerprintWriter(List<Fingerprint.Part> parts) : IFingerprintSink
{
    public bool Add(object? unchanging, long bits)
    {
        parts.Add(new Fingerprint.Part(unchanging, bits));
        return true;
    }
}
