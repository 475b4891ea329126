using MessagePack;
using Reenact.Values;

namespace Reenact;

/// <summary>What codecs need beside the reader: it resolves blobs and limits nesting. Not thread-safe.</summary>
public sealed class ValueReadContext
{
    private readonly IBlobSource blobs;
    private int depth;
    private long content;

    internal ValueReadContext(IBlobSource blobs) => this.blobs = blobs;

    /// <summary>Reads text, wherever it is stored; null where nil was written.</summary>
    /// <exception cref="ValueFormatException">The next value is no text.</exception>
    public string? ReadText(ref MessagePackReader reader) => ValueText.Read(ref reader, this);

    /// <summary>Reads bytes, wherever they are stored; null where nil was written.</summary>
    /// <exception cref="ValueFormatException">The next value is no byte string.</exception>
    public byte[]? ReadBytes(ref MessagePackReader reader) => ValueBytes.Read(ref reader, this);

    /// <summary>Enters an object or a collection; <see cref="Leave"/> leaves it.</summary>
    /// <exception cref="ValueFormatException">The value is nested deeper than 60 levels.</exception>
    public void Enter()
    {
        if (++depth > ValueLimits.Depth)
        {
            Reset();
            throw new ValueFormatException($"A recorded value is nested deeper than {ValueLimits.Depth} levels; the recording is damaged or forged.");
        }
    }

    /// <summary>Leaves what <see cref="Enter"/> entered.</summary>
    public void Leave()
    {
        if (--depth == 0)
            content = 0;
    }

    /// <summary>Starts afresh after a codec threw half-way.</summary>
    internal void Reset()
    {
        depth = 0;
        content = 0;
        IsExhausted = false;
    }

    /// <summary>Whether a value referred to more content than a writer writes. What is left of it must not be read: each text in it
    /// could be as much again.</summary>
    internal bool IsExhausted { get; private set; }

    /// <summary>How many objects and collections have been entered and not left.</summary>
    internal int Depth => depth;

    /// <summary>The keys that open what is encrypted for a role: those that were given, else those of the blobs; null for none.</summary>
    internal IRoleKeys? RoleKeys
    {
        get => field ?? blobs.RoleKeys;
        init;
    }

    /// <summary>Whether what was erased or hashed is read as its type's default.</summary>
    internal bool ServesDefaults { get; init; }

    /// <summary>Where long text and bytes are.</summary>
    internal IBlobSource Blobs => blobs;

    /// <summary>Finds one part of a text or of bytes.</summary>
    /// <exception cref="ValueFormatException">There is no such blob, or the value refers to more content than a writer writes.</exception>
    internal ReadOnlyMemory<byte> Load(uint blob)
    {
        var part = blobs.Get(blob);
        if ((content += Math.Max(part.Length, ValueLimits.SmallestPart)) > ValueLimits.Content)
        {
            Reset();
            IsExhausted = true;
            throw new ValueFormatException(
                $"A recorded value refers to more than {ValueLimits.Content >> 20} MiB of text and bytes; the recording is damaged or forged.");
        }

        return part;
    }

    /// <summary>Ends a text or bytes that were loaded in parts.</summary>
    internal void EndContent()
    {
        if (depth == 0)
            content = 0;
    }
}
