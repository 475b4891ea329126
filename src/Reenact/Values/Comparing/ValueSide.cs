using System.Buffers;
using System.Globalization;
using MessagePack;

namespace Reenact.Values;

/// <summary>One side of a comparison: a value and how far it was read.</summary>
internal ref struct ValueSide
{
    private readonly EncodedValue value;
    private readonly ValueReadContext context;

    public MessagePackReader Reader;

    public ValueSide(EncodedValue value, ValueReadContext context)
    {
        this.value = value;
        this.context = context;
        Reader = new MessagePackReader(value.Bytes);
    }

    public readonly int Position => (int)Reader.Consumed;

    /// <summary>Skips the next value.</summary>
    /// <returns>It alone.</returns>
    public EncodedValue Take()
    {
        var start = Position;
        Reader.Skip();
        return value with { Bytes = value.Bytes[start..Position] };
    }

    /// <summary>The next value on its own; this side stays where it is.</summary>
    public readonly EncodedValue Peek()
    {
        var copy = this;
        return copy.Take();
    }

    /// <summary>Skips the next values.</summary>
    /// <returns>Where each starts, and where the last one ends.</returns>
    public int[] TakeMany(int count)
    {
        var starts = new int[count + 1];
        for (var index = 0; index < count; index++)
        {
            starts[index] = Position;
            Reader.Skip();
        }

        starts[count] = Position;
        return starts;
    }

    /// <summary>One of the values that <see cref="TakeMany"/> skipped.</summary>
    public readonly ValueSide Part(int[] starts, int index) => At(value with { Bytes = value.Bytes[starts[index]..starts[index + 1]] });

    /// <summary>The bytes of one of the values that <see cref="TakeMany"/> skipped.</summary>
    public readonly ReadOnlySpan<byte> BytesOf(int[] starts, int index) => value.Bytes.Span[starts[index]..starts[index + 1]];

    /// <summary>A side that reads a part of this value.</summary>
    public readonly ValueSide At(EncodedValue part) => new(part, context);

    /// <summary>Reads text as UTF-8, or as it stands when it is not valid UTF-16.</summary>
    /// <param name="isValid">Whether it is UTF-8.</param>
    public ReadOnlyMemory<byte> ReadText(out bool isValid)
    {
        isValid = true;
        if (Reader.NextMessagePackType == MessagePackType.String)
            return Contiguous(Reader.ReadStringSequence()!.Value);

        var extension = Reader.ReadExtensionFormat();
        isValid = extension.TypeCode == ValueExtensionType.TextInBlob;
        return isValid ? BlobReference.Load(extension.Data, context) : Contiguous(extension.Data);
    }

    /// <summary>Reads bytes.</summary>
    public ReadOnlyMemory<byte> ReadBytes() => Reader.NextMessagePackType == MessagePackType.Binary
        ? Contiguous(Reader.ReadBytes()!.Value)
        : BlobReference.Load(Reader.ReadExtensionFormat().Data, context);

    /// <summary>
    /// Reads an integer: negative ones as they are in 64 bits, with <paramref name="isNegative"/> to tell them from the
    /// largest ones.
    /// </summary>
    public ulong ReadInteger(out bool isNegative)
    {
        isNegative = false;
        if (Reader.NextCode == MessagePackCode.UInt64)
            return Reader.ReadUInt64();

        var integer = Reader.ReadInt64();
        isNegative = integer < 0;
        return unchecked((ulong)integer);
    }

    /// <summary>Reads a key as text that is the same for equal keys, however they are stored.</summary>
    public string ReadKey()
    {
        switch (ValueKinds.Of(ref Reader))
        {
            case ValueKind.Text:
                var text = ReadText(out var isValid);
                return isValid ? "t" + ValueText.Decode(text.Span) : "u" + Convert.ToHexString(text.Span);

            case ValueKind.Integer:
                var number = ReadInteger(out var isNegative);
                return "i" + (isNegative ? unchecked((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture));

            default:
                return "v" + ValuePrinter.Print(Take(), int.MaxValue);
        }
    }

    public static ReadOnlyMemory<byte> Contiguous(in ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? bytes.First : bytes.ToArray();
}
