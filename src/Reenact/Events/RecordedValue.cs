using MessagePack;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Events;

/// <summary>A value as a recording has it: MessagePack, with long text and bytes in blobs of the recording.</summary>
/// <remarks>
/// Reading is thread-safe. The recording must not be disposed when the value refers to blobs or to earlier values. Two of these are equal when
/// they are the same place of the same recording; to compare values, compare what they hold.
/// </remarks>
public readonly record struct RecordedValue
{
    private const byte Nil = 0xC0;

    private readonly IBlobSource? blobs;
    private readonly GrownArgument? grown;

    internal RecordedValue(ReadOnlyMemory<byte> bytes, IBlobSource blobs, GrownArgument? grown = null)
    {
        Stored = bytes;
        this.blobs = blobs;
        this.grown = grown;
    }

    /// <summary>One MessagePack value; empty when it is absent.</summary>
    public ReadOnlyMemory<byte> Bytes => grown is null ? Stored : grown.Bytes;

    /// <summary>Whether there is no value, as in a recording by an older writer. Nil is a value.</summary>
    public bool IsAbsent => Stored.IsEmpty;

    /// <summary>Whether it is nil or absent.</summary>
    public bool IsNil => Stored.IsEmpty || Stored.Span[0] == Nil;

    /// <summary>The value as its event has it: a list that grew from another as what it has more.</summary>
    internal ReadOnlyMemory<byte> Stored { get; }

    internal IBlobSource Blobs => blobs ?? throw new InvalidOperationException("An absent value has no blobs.");

    /// <summary>Reads the value.</summary>
    /// <exception cref="ValueFormatException">It is absent, or not a value of this type.</exception>
    public T Read<T, TCodec>()
        where TCodec : IValueCodec<T>
    {
        return IsAbsent
            ? throw new ValueFormatException("The recording does not have this value.")
            : ValueReading.Read<T, TCodec>(Bytes, new ValueReadContext(Blobs));
    }

    /// <summary>Reads the value with the codec that was registered for the type.</summary>
    /// <typeparam name="T">The type; the generator makes its codec where it sees the call.</typeparam>
    /// <exception cref="InvalidOperationException">There is no codec for the type.</exception>
    /// <exception cref="ValueFormatException">It is absent, or not a value of this type.</exception>
    [RecordedTypeArguments]
    public T Read<T>()
    {
        RegisteredCodec<T>.Require();
        return IsAbsent
            ? throw new ValueFormatException("The recording does not have this value.")
            : ValueReading.Read<T, RegisteredCodec<T>>(Bytes, new ValueReadContext(Blobs));
    }

    /// <summary>Reads text, wherever it is stored; null for nil and when it is absent.</summary>
    /// <exception cref="ValueFormatException">It is no text.</exception>
    public string? ReadText()
    {
        if (IsNil)
            return null;
        var reader = new MessagePackReader(Bytes);
        return new ValueReadContext(Blobs).ReadText(ref reader);
    }
}
