using System.Runtime.InteropServices;
using System.Text.Json;

namespace Reenact.Extensions.AI;

/// <summary>
/// Collects what makes up a message or options, so that it can be told whether they are what they were: text by content, other objects that
/// never change by reference, numbers by their bits. Not thread-safe; each thread reuses its own.
/// </summary>
internal sealed class Fingerprint
{
    private const int LargestKept = 4096;

    [ThreadStatic]
    private static Fingerprint? ofThread;

    private readonly List<JsonElement> schemas = [];
    private Part[] parts = new Part[64];
    private int count;

    /// <summary>Takes the thread's own, empty.</summary>
    public static Fingerprint Rent()
    {
        var fingerprint = ofThread ?? new Fingerprint();
        ofThread = null;
        return fingerprint;
    }

    /// <summary>Gives it back; it holds nothing of what it was taken of.</summary>
    public void Return()
    {
        Clear();
        if (parts.Length <= LargestKept)
        {
            ofThread = this;
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Array.Clear(parts, 0, count);
        count = 0;
        schemas.Clear();
    }

    /// <summary>Adds an object that never changes, or null.</summary>
    public void Add(object? unchanging) => Add(new Part(unchanging, 0));

    /// <summary>Adds a number.</summary>
    public void Add(long bits) => Add(new Part(null, bits));

    /// <summary>Adds a number, or none.</summary>
    public void Add(long? bits) => Add(bits is { } known ? new Part(null, known) : new Part(typeof(Nullable), 0));

    /// <summary>Adds a number, or none.</summary>
    public void Add(float? number) => Add(number is { } known ? BitConverter.SingleToInt32Bits(known) : (long?)null);

    /// <summary>Adds a schema, by what it says.</summary>
    public void Add(JsonElement? schema)
    {
        if (schema is { ValueKind: not JsonValueKind.Undefined } known)
        {
            schemas.Add(known);
            Add(1L);
        }
        else
        {
            Add(0L);
        }
    }

    /// <summary>Adds a value of any type.</summary>
    /// <returns>False where it may change in place.</returns>
    public bool TryAdd(object? value)
    {
        Add(value);
        return IsUnchanging(value);
    }

    /// <summary>Whether a value is of a type that never changes in place.</summary>
    public static bool IsUnchanging(object? value) =>
        value is null or string or JsonElement or bool or char
            or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    /// <summary>Adds named values in their order.</summary>
    /// <returns>False where one may change in place.</returns>
    public bool TryAdd(IEnumerable<KeyValuePair<string, object?>>? values)
    {
        if (values is null)
        {
            Add(-1L);
            return true;
        }

        var first = count;
        Add(0L);
        var entries = 0;
        if (values is Dictionary<string, object?> dictionary)
        {
            foreach (var (name, value) in dictionary)
            {
                entries++;
                Add(name);
                if (!TryAdd(value))
                {
                    return false;
                }
            }
        }
        else
        {
            foreach (var (name, value) in values)
            {
                entries++;
                Add(name);
                if (!TryAdd(value))
                {
                    return false;
                }
            }
        }

        parts[first] = new Part(null, entries);
        return true;
    }

    /// <summary>Whether it is the same as one that was kept.</summary>
    public bool Is(Kept kept)
    {
        if (kept.Parts.Length != count || kept.Schemas.Length != schemas.Count)
        {
            return false;
        }

        for (var i = 0; i < kept.Parts.Length; i++)
        {
            if (!parts[i].Is(kept.Parts[i]))
            {
                return false;
            }
        }

        for (var i = 0; i < kept.Schemas.Length; i++)
        {
            if (!JsonMarshal.GetRawUtf8Value(schemas[i]).SequenceEqual(kept.Schemas[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A copy to keep.</summary>
    public Kept Keep() => new(
        parts.AsSpan(0, count).ToArray(),
        schemas.Count == 0 ? [] : [.. schemas.Select(static schema => JsonMarshal.GetRawUtf8Value(schema).ToArray())]);

    private void Add(Part part)
    {
        if (count == parts.Length)
        {
            Array.Resize(ref parts, count * 2);
        }

        parts[count++] = part;
    }

    /// <summary>A fingerprint that is kept. Immutable.</summary>
    internal sealed class Kept(Part[] parts, byte[][] schemas)
    {
        public Part[] Parts => parts;

        public byte[][] Schemas => schemas;
    }

    /// <summary>One thing that a message or options are made of.</summary>
    /// <param name="Unchanging">An object that never changes.</param>
    /// <param name="Bits">A number.</param>
    internal readonly record struct Part(object? Unchanging, long Bits)
    {
        public bool Is(Part other) => Is(other.Unchanging, other.Bits);

        public bool Is(object? unchanging, long bits) =>
            Bits == bits
            && (ReferenceEquals(Unchanging, unchanging) || (Unchanging is string text && unchanging is string same && text == same));
    }
}
