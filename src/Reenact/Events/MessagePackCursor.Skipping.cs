namespace Reenact.Events;

/// <summary>How elements are skipped, which every event is before it is read.</summary>
internal ref partial struct MessagePackCursor
{
    private const int DeepestNesting = 64;

    /// <summary>How many bytes an element takes by its first: 0 where more than that byte tells, or it is a container, or none.</summary>
    private static readonly byte[] Lengths = MakeLengths();

    /// <summary>Skips one element with all in it.</summary>
    /// <param name="maxDepth">How deep it may be nested; at most 64.</param>
    public bool TrySkip(int maxDepth)
    {
        if (TrySkipShort())
            return true;
        var start = Position;
        if (TryStep(out var count) && TrySkip(count, maxDepth))
            return true;
        Position = start;
        return false;
    }

    /// <summary>Skips the elements of a container. When it returns false, the position is somewhere among them.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="maxDepth">How deep they may be nested, the container counted; at most 64.</param>
    public bool TrySkip(int count, int maxDepth)
    {
        if (count == 0)
            return true;
        if (maxDepth < 1)
            return false;

        Span<int> left = stackalloc int[DeepestNesting];
        var depth = 0;
        left[0] = count;
        while (depth >= 0)
        {
            if (left[depth]-- == 0)
            {
                depth--;
                continue;
            }

            if (TrySkipShort())
                continue;
            if (!TryStep(out var inner))
                return false;
            if (inner == 0)
                continue;
            if (++depth >= Math.Min(maxDepth, DeepestNesting))
                return false;
            left[depth] = inner;
        }

        return true;
    }

    /// <summary>Skips a number, a short text or the like, as most elements are.</summary>
    private bool TrySkipShort()
    {
        if ((uint)Position >= (uint)bytes.Length)
            return false;
        int length = Lengths[bytes[Position]];
        if (length == 0 || length > bytes.Length - Position)
            return false;
        Position += length;
        return true;
    }

    private static byte[] MakeLengths()
    {
        var lengths = new byte[256];
        for (var code = 0; code < lengths.Length; code++)
        {
            lengths[code] = (byte)(code switch
            {
                <= 0x7F or >= 0xE0 or Nil or 0xC2 or 0xC3 => 1,
                >= 0xA0 and <= 0xBF => 1 + (code & 0x1F),
                0xCC or 0xD0 => 2,
                0xCD or 0xD1 => 3,
                0xCA or 0xCE or 0xD2 => 5,
                0xCB or 0xCF or 0xD3 => 9,
                >= 0xD4 and <= 0xD8 => 2 + (1 << (code - 0xD4)),
                _ => 0,
            });
        }

        return lengths;
    }
}
