using System.Buffers.Binary;

namespace Reenact.Events;

/// <summary>
/// Walks over MessagePack without exceptions, recursion or copies, so that hostile bytes cost no more than their length.
/// A method that returns false leaves <see cref="Position"/> where the element begins.
/// </summary>
internal ref partial struct MessagePackCursor(ReadOnlySpan<byte> bytes)
{
    public const byte Nil = 0xC0;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= bytes.Length;

    public readonly bool AtNil => Position < bytes.Length && bytes[Position] == Nil;

    public bool TryReadNil()
    {
        if (!AtNil)
            return false;
        Position++;
        return true;
    }

    public bool TryReadBoolean(out bool value)
    {
        value = Position < bytes.Length && bytes[Position] == 0xC3;
        if (!value && (Position >= bytes.Length || bytes[Position] != 0xC2))
            return false;
        Position++;
        return true;
    }

    public bool TryReadUInt64(out ulong value)
    {
        var start = Position;
        if (!TryReadInteger(out value, out var negative))
            return false;
        if (!negative)
            return true;
        Position = start;
        value = 0;
        return false;
    }

    public bool TryReadInt64(out long value)
    {
        var start = Position;
        value = 0;
        if (!TryReadInteger(out var bits, out var negative))
            return false;
        value = unchecked((long)bits);
        if (negative || value >= 0)
            return true;
        Position = start;
        value = 0;
        return false;
    }

    /// <summary>Reads an integer that fits 31 bits and is not negative.</summary>
    public bool TryReadInt32(out int value)
    {
        var start = Position;
        if (TryReadUInt64(out var wide) && wide <= int.MaxValue)
        {
            value = (int)wide;
            return true;
        }

        Position = start;
        value = 0;
        return false;
    }

    /// <summary>Reads an unsigned integer of 32 bits, as ids are.</summary>
    public bool TryReadUInt32(out uint value)
    {
        var start = Position;
        if (TryReadUInt64(out var wide) && wide <= uint.MaxValue)
        {
            value = (uint)wide;
            return true;
        }

        Position = start;
        value = 0;
        return false;
    }

    /// <summary>Reads the header of an array. A count that can't fit the remaining bytes is refused.</summary>
    public bool TryReadArrayHeader(out int count) => TryReadContainer(0x90, 0xDC, elementSize: 1, out count);

    /// <summary>Reads the header of a map. A count that can't fit the remaining bytes is refused.</summary>
    public bool TryReadMapHeader(out int count) => TryReadContainer(0x80, 0xDE, elementSize: 2, out count);

    /// <summary>Reads text as its UTF-8 bytes, which are not checked.</summary>
    public bool TryReadText(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (AtEnd)
            return false;
        var code = bytes[Position];
        return code switch
        {
            >= 0xA0 and <= 0xBF => TryReadBytes(1, code & 0x1F, out utf8),
            0xD9 => TryReadSized(1, 0, out utf8),
            0xDA => TryReadSized(2, 0, out utf8),
            0xDB => TryReadSized(4, 0, out utf8),
            _ => false,
        };
    }

    public bool TryReadBinary(out ReadOnlySpan<byte> value)
    {
        value = default;
        return !AtEnd && bytes[Position] switch
        {
            0xC4 => TryReadSized(1, 0, out value),
            0xC5 => TryReadSized(2, 0, out value),
            0xC6 => TryReadSized(4, 0, out value),
            _ => false,
        };
    }

    public bool TryReadExtension(out sbyte type, out ReadOnlySpan<byte> value)
    {
        value = default;
        type = 0;
        if (AtEnd)
            return false;
        var start = Position;
        var code = bytes[start];
        var read = code switch
        {
            >= 0xD4 and <= 0xD8 => TryReadBytes(1, 1 + (1 << (code - 0xD4)), out value),
            0xC7 => TryReadSized(1, 1, out value),
            0xC8 => TryReadSized(2, 1, out value),
            0xC9 => TryReadSized(4, 1, out value),
            _ => false,
        };
        if (!read)
            return false;
        type = (sbyte)value[0];
        value = value[1..];
        return true;
    }

    /// <summary>Skips a scalar, or the header of a container whose elements follow.</summary>
    public bool TryStep(out int count)
    {
        count = 0;
        if (AtEnd)
            return false;

        var code = bytes[Position];
        switch (code)
        {
            case <= 0x7F or >= 0xE0 or Nil or 0xC2 or 0xC3:
                Position++;
                return true;
            case <= 0x8F or 0xDE or 0xDF:
                var isMap = TryReadMapHeader(out count);
                count *= 2;
                return isMap;
            case <= 0x9F or 0xDC or 0xDD:
                return TryReadArrayHeader(out count);
            case <= 0xBF or 0xD9 or 0xDA or 0xDB:
                return TryReadText(out _);
            case 0xC4 or 0xC5 or 0xC6:
                return TryReadBinary(out _);
            case 0xC7 or 0xC8 or 0xC9 or (>= 0xD4 and <= 0xD8):
                return TryReadExtension(out _, out _);
            case 0xCA or 0xCE or 0xD2:
                return TryReadBytes(1, 4, out _);
            case 0xCB or 0xCF or 0xD3:
                return TryReadBytes(1, 8, out _);
            case 0xCC or 0xD0:
                return TryReadBytes(1, 1, out _);
            case 0xCD or 0xD1:
                return TryReadBytes(1, 2, out _);
            default:
                return false; // 0xC1 is never used
        }
    }

    private bool TryReadInteger(out ulong value, out bool negative)
    {
        value = 0;
        negative = false;
        if (AtEnd)
            return false;

        var code = bytes[Position];
        if (code <= 0x7F)
        {
            value = code;
            Position++;
            return true;
        }

        if (code >= 0xE0)
        {
            value = unchecked((ulong)(sbyte)code);
            negative = true;
            Position++;
            return true;
        }

        if (code is < 0xCC or > 0xD3 || !TryReadBytes(1, 1 << ((code - 0xCC) & 3), out var raw))
            return false;

        long signed;
        switch (code)
        {
            case 0xCC:
                value = raw[0];
                return true;
            case 0xCD:
                value = BinaryPrimitives.ReadUInt16BigEndian(raw);
                return true;
            case 0xCE:
                value = BinaryPrimitives.ReadUInt32BigEndian(raw);
                return true;
            case 0xCF:
                value = BinaryPrimitives.ReadUInt64BigEndian(raw);
                return true;
            case 0xD0:
                signed = (sbyte)raw[0];
                break;
            case 0xD1:
                signed = BinaryPrimitives.ReadInt16BigEndian(raw);
                break;
            case 0xD2:
                signed = BinaryPrimitives.ReadInt32BigEndian(raw);
                break;
            default:
                signed = BinaryPrimitives.ReadInt64BigEndian(raw);
                break;
        }

        value = unchecked((ulong)signed);
        negative = signed < 0;
        return true;
    }

    private bool TryReadContainer(byte fix, byte wide, int elementSize, out int count)
    {
        count = 0;
        if (AtEnd)
            return false;

        var code = bytes[Position];
        uint wideCount;
        int headerSize;
        if ((code & 0xF0) == fix)
        {
            wideCount = (uint)(code & 0x0F);
            headerSize = 1;
        }
        else if (code == wide && bytes.Length - Position >= 3)
        {
            wideCount = BinaryPrimitives.ReadUInt16BigEndian(bytes[(Position + 1)..]);
            headerSize = 3;
        }
        else if (code == wide + 1 && bytes.Length - Position >= 5)
        {
            wideCount = BinaryPrimitives.ReadUInt32BigEndian(bytes[(Position + 1)..]);
            headerSize = 5;
        }
        else
        {
            return false;
        }

        if ((long)wideCount * elementSize > bytes.Length - Position - headerSize)
            return false;
        count = (int)wideCount;
        Position += headerSize;
        return true;
    }

    /// <summary>Reads bytes whose length stands, big-endian, after the code.</summary>
    private bool TryReadSized(int lengthSize, int extra, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (bytes.Length - Position < 1 + lengthSize)
            return false;

        var raw = bytes[(Position + 1)..];
        var length = lengthSize switch
        {
            1 => raw[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(raw),
            _ => BinaryPrimitives.ReadUInt32BigEndian(raw),
        };
        return TryReadBytes(1 + lengthSize, length + (long)extra, out value);
    }

    private bool TryReadBytes(int headerSize, long length, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (bytes.Length - Position - headerSize < length)
            return false;
        value = bytes.Slice(Position + headerSize, (int)length);
        Position += headerSize + (int)length;
        return true;
    }
}
