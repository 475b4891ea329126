using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reenact.Extensions.AI;

/// <summary>
/// Compares what makes up a message with what was kept: text by content, other objects by reference, numbers by their bits. Threads may compare with
/// the same parts at the same time: what it puts into them is the same text.
/// </summary>
internal ref struct FingerprintCheck(Span<Fingerprint.Part> kept) : IFingerprintSink
{
    private readonly Span<Fingerprint.Part> kept = kept;
    private int at;

    /// <summary>Whether nothing more was kept than was compared.</summary>
    public readonly bool AtEnd => at == kept.Length;

    public bool Add(object? unchanging, long bits)
    {
        if (at == kept.Length)
        {
            return false;
        }

        ref var part = ref kept[at++];
        if (ReferenceEquals(part.Unchanging, unchanging))
        {
            return part.Bits == bits;
        }

        if (!part.Is(unchanging, bits))
        {
            return false;
        }

        part = part with { Unchanging = unchanging }; // The same text, which most often comes again: known by reference from now on.
        return true;
    }

    public bool Add(JsonElement? json) =>
        at < kept.Length && (json is { ValueKind: not JsonValueKind.Undefined } known ? kept[at++].Unchanging is JsonElement same && IsSame(same, known) : kept[at++].Is(null, 0));

    private static bool IsSame(JsonElement kept, JsonElement json)
    {
        try
        {
            return JsonMarshal.GetRawUtf8Value(kept) == JsonMarshal.GetRawUtf8Value(json); // The same memory, which both hold.
        }
        catch (ObjectDisposedException)
        {
            return false; // The document of the one that was kept is gone.
        }
    }
}
