namespace Reenact.Format;

/// <summary>Finds the epoch that a block belongs to: the last epoch block before it. Each block that can be one is read once. Thread-safe.</summary>
/// <param name="store">Where the blocks are.</param>
/// <param name="sessionId">The session's id, big-endian.</param>
/// <param name="index">Where in the store.</param>
internal sealed class EpochFinder(IBlockStore store, byte[] sessionId, RecordingIndex index)
{
    private readonly Lock gate = new();

    /// <summary>Where epochs begin; without an epoch where a block that can have begun one is damaged.</summary>
    private readonly List<(int Number, Epoch? Epoch)> epochs = [];
    private int searched;

    /// <summary>Finds the epoch of a block.</summary>
    /// <returns>Null when its epoch block is damaged.</returns>
    /// <exception cref="RecordingException">The store can't be read.</exception>
    public Epoch? Of(int number)
    {
        lock (gate)
        {
            for (; searched < number; searched++)
            {
                var block = index.Blocks[searched];
                if (block.EventCount != 0)
                    continue;
                var stored = StoredBlock.Read(store, block.Address, sessionId);
                if (stored.Fault != BlockFault.None || stored.Header.Type == BlockType.Epoch)
                    epochs.Add((searched, stored.Fault == BlockFault.None ? Epoch.Decode(stored.Body) : null));
            }

            return epochs.FindLast(epoch => epoch.Number < number).Epoch;
        }
    }
}
