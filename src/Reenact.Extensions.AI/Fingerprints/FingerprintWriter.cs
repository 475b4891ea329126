using System.Text.Json;

namespace Reenact.Extensions.AI;

/// <summary>Keeps what makes up a message.</summary>
internal readonly struct FingerprintWriter(List<Fingerprint.Part> parts) : IFingerprintSink
{
    public bool Add(object? unchanging, long bits)
    {
        parts.Add(new Fingerprint.Part(unchanging, bits));
        return true;
    }

    public bool Add(JsonElement? json) => Add(json is { ValueKind: not JsonValueKind.Undefined } known ? known : null, 0);
}
