namespace Reenact.Format;

/// <summary>
/// Reads the blocks of a recording in order and scans them ahead, on all processors, within bounded memory. The caller gets them in order.
/// </summary>
internal static class BlockAhead
{
    /// <summary>Bytes that may be under way, stored and decompressed; one block may always be.</summary>
    private const long MaxBytes = 64 << 20;

    /// <summary>A shorter recording is scanned by the caller alone.</summary>
    private const long WorthSharing = 256 << 10;

    public static IEnumerable<ScannedBlock> Scan(IBlockStore store, BlockAddress start, ScanPlan plan)
    {
        var shared = store.Length > WorthSharing && Environment.ProcessorCount > 1;
        var limit = shared ? Environment.ProcessorCount * 4 : 1;
        var ahead = new Queue<(Task<ScannedBlock> Scan, long Bytes)>();
        var next = start;
        var underWay = 0L;
        Epoch? epoch = null;
        for (var ended = false; ;)
        {
            while (!ended && ahead.Count < limit && (underWay < MaxBytes || ahead.Count == 0))
            {
                var (address, bytes) = (next, store.ReadBlock(next));
                var length = bytes.Length >= BlockLayout.HeaderSize ? BlockLayout.BlockLength(bytes.Span) : 0;
                var isWhole = length != 0 && bytes.Length >= length;
                var type = isWhole ? BlockHeader.Read(bytes.Span).Type : default;
                ended = !isWhole || type == BlockType.Seal;
                if (type == BlockType.Epoch && plan.Key.IsEncrypted)
                    epoch = EpochOf(StoredBlock.Check(bytes, address, plan.SessionId));
                next = new BlockAddress(address.Number + 1, address.Offset + length, 0);
                var cost = Cost(bytes, plan.Depth);
                underWay += cost;
                ahead.Enqueue((shared ? Start(address, bytes, epoch, plan) : Task.FromResult(ScannedBlock.Scan(address, bytes, epoch, plan)), cost));
            }

            if (!ahead.TryDequeue(out var first))
                yield break;
            underWay -= first.Bytes;
            yield return first.Scan.GetAwaiter().GetResult();
        }
    }

    private static Task<ScannedBlock> Start(BlockAddress address, ReadOnlyMemory<byte> bytes, Epoch? epoch, ScanPlan plan)
    {
        using (ExecutionContext.SuppressFlow()) // The work is no part of any session.
            return Task.Run(() => ScannedBlock.Scan(address, bytes, epoch, plan));
    }

    private static Epoch? EpochOf(StoredBlock stored) => stored.Fault == BlockFault.None ? Epoch.Decode(stored.Body) : null;

    private static long Cost(ReadOnlyMemory<byte> bytes, ScanDepth depth) =>
        bytes.Length + (depth > ScanDepth.Stored && bytes.Length >= BlockLayout.HeaderSize ? Math.Clamp(BlockHeader.Read(bytes.Span).RawLength, 0, BlockLayout.MaxRawBody) : 0);
}
