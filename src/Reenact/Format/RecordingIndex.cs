namespace Reenact.Format;

/// <summary>Where the blocks, definitions and blobs of a recording are. Made by scanning; the seal keeps it as a cache.</summary>
internal sealed class RecordingIndex
{
    /// <summary>The address of the first block.</summary>
    public static readonly BlockAddress Start = new(0, BlockLayout.PreambleSize, 0);

    /// <summary>The blocks before the seal; a block's place in the list is its number.</summary>
    public List<IndexedBlock> Blocks { get; } = [];

    /// <summary>The sequence numbers of the events that define an id, by id.</summary>
    public IdTable Definitions { get; } = new();

    /// <summary>The sequence numbers of the events that hold a blob, by id.</summary>
    public IdTable Blobs { get; } = new();

    /// <summary>The snapshots.</summary>
    public SnapshotIndex Snapshots { get; } = new();

    /// <summary>The address that the next block has.</summary>
    public BlockAddress Next { get; private set; } = Start;

    /// <summary>The sequence number that the next event has.</summary>
    public long NextSequence { get; private set; }

    public void AddBlock(int blockLength, int eventCount, long firstTime)
    {
        Blocks.Add(new IndexedBlock(Next with { Length = blockLength }, NextSequence, eventCount, firstTime));
        Next = new BlockAddress(Next.Number + 1, Next.Offset + blockLength, 0);
        NextSequence += eventCount;
    }

    /// <summary>Finds the block that holds an event.</summary>
    /// <returns>Its number, or −1 when there is no such event.</returns>
    public int FindBlock(long sequence)
    {
        if (sequence < 0 || sequence >= NextSequence)
            return -1;

        int low = 0, high = Blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Blocks[middle].FirstSequence <= sequence)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
