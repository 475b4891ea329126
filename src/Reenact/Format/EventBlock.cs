using System.Buffers;

namespace Reenact.Format;

/// <summary>A block of events, decompressed and taken apart.</summary>
/// <param name="FirstSequence">The number of its first event.</param>
/// <param name="Body">The events, one after the other.</param>
/// <param name="Starts">Where each begins.</param>
internal sealed record EventBlock(long FirstSequence, ReadOnlyMemory<byte> Body, int[] Starts)
{
    /// <summary>The bytes of one event.</summary>
    /// <param name="index">Its place in the block.</param>
    public ReadOnlyMemory<byte> this[int index] => Body[EventBody.EventAt(Starts, index, Body.Length)];

    /// <summary>What is wrong where <see cref="HasPlausibleCounts"/> says no.</summary>
    public const string ImplausibleCounts = "has counts that can't be right";

    /// <summary>Whether lengths and counts in a header are within what the format allows.</summary>
    public static bool HasPlausibleCounts(BlockHeader header) =>
        header.RawLength is >= 0 and <= BlockLayout.MaxRawBody && header.EventCount >= 0 && header.EventCount <= header.RawLength / BlockLayout.MinEvent;

    /// <summary>Takes a block of events apart.</summary>
    /// <param name="stored">A block without a fault, decrypted.</param>
    /// <param name="reason">What is wrong, to follow the block's number and place in a message; empty when nothing is.</param>
    /// <param name="compression">What the recording's blocks with a dictionary are decompressed with.</param>
    /// <returns>Null when something is wrong.</returns>
    public static EventBlock? Decode(StoredBlock stored, Zstd compression, out string reason)
    {
        var header = stored.Header;
        if (!HasPlausibleCounts(header))
        {
            reason = ImplausibleCounts;
            return null;
        }

        ReadOnlyMemory<byte> body;
        if (header.Flags.HasFlag(BlockFlags.Zstd))
        {
            if (!HasPlausibleFrame(stored, out var size))
            {
                reason = "holds no zstd frame of the length and window it may have";
                return null;
            }

            var content = GC.AllocateUninitializedArray<byte>(header.RawLength); // Filled to its end, or refused.
            reason = Decompress(stored, size, header.Flags.HasFlag(BlockFlags.Dictionary) ? compression : Zstd.Plain, content);
            if (reason.Length > 0)
                return null;
            body = content;
        }
        else if ((header.Flags & (BlockFlags.Folded | BlockFlags.Dictionary)) != 0)
        {
            reason = "is not compressed, and says how it was";
            return null;
        }
        else if (header.RawLength != header.BodyLength)
        {
            reason = "has two lengths that differ";
            return null;
        }
        else
        {
            body = stored.Bytes.Slice(BlockLayout.HeaderSize, header.BodyLength);
        }

        var starts = new int[header.EventCount];
        reason = EventBody.FindEvents(body.Span, starts) is { } wrong ? $"holds something else than events: {wrong}" : "";
        return reason.Length == 0 ? new EventBlock((long)header.FirstSequence, body, starts) : null;
    }

    /// <summary>Whether the frame says that it holds what it may, which is asked before there is room made for it.</summary>
    private static bool HasPlausibleFrame(StoredBlock stored, out ulong size) =>
        ZstdFrame.TryReadContentSize(stored.Body, out size)
        && (stored.Header.Flags.HasFlag(BlockFlags.Folded) ? size <= (ulong)stored.Header.RawLength : size == (ulong)stored.Header.RawLength);

    /// <returns>What is wrong; empty when nothing is.</returns>
    private static string Decompress(StoredBlock stored, ulong size, Zstd compression, Span<byte> body)
    {
        if (!stored.Header.Flags.HasFlag(BlockFlags.Folded))
            return compression.TryDecompress(stored.Body, body) ? "" : "can't be decompressed";

        var rented = ArrayPool<byte>.Shared.Rent((int)size);
        try
        {
            var folded = rented.AsSpan(0, (int)size);
            return !compression.TryDecompress(stored.Body, folded) ? "can't be decompressed"
                : BodyUnfolder.TryUnfold(folded, stored.Header.EventCount, body) ? "" : "can't be unfolded";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
