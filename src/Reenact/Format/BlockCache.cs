namespace Reenact.Format;

/// <summary>Reads blocks of events by number and keeps the ones read last. Thread-safe.</summary>
/// <param name="store">Where the blocks are.</param>
/// <param name="sessionId">The session's id, big-endian.</param>
/// <param name="index">Where in the store. It may grow meanwhile only when one thread uses both.</param>
/// <param name="key">With what they are decrypted.</param>
internal sealed class BlockCache(IBlockStore store, byte[] sessionId, RecordingIndex index, ContentKey key)
{
    /// <summary>Most recordings fit whole; of a longer one a replay holds no more than this.</summary>
    private const long MaxBytes = 2 << 20;

    private readonly EpochFinder epochs = new(store, sessionId, index);
    private readonly Lock gate = new();
    private readonly Dictionary<int, EventBlock> blocks = [];
    private readonly Queue<int> order = [];
    private long bytes;

    /// <summary>Reads a block and checks it.</summary>
    /// <returns>Its events, or null when it holds none.</returns>
    /// <exception cref="RecordingException">The block is damaged, or can't be read.</exception>
    public EventBlock? Read(int number)
    {
        key.ThrowIfLocked(store.Name);
        var indexed = index.Blocks[number];
        lock (gate)
        {
            if (blocks.TryGetValue(number, out var known))
                return known;
        }

        if (Decode(indexed) is not { } block)
            return null;
        lock (gate)
        {
            if (!blocks.TryAdd(number, block))
                return blocks[number];
            order.Enqueue(number);
            bytes += block.Body.Length;
            while (bytes > MaxBytes && order.Count > 1)
            {
                blocks.Remove(order.Dequeue(), out var oldest);
                bytes -= oldest!.Body.Length;
            }
        }

        return block;
    }

    private EventBlock? Decode(IndexedBlock indexed)
    {
        var stored = StoredBlock.Read(store, indexed.Address, sessionId);
        stored = stored.CheckEncryption(key.IsEncrypted);
        if (stored.Fault == BlockFault.WrongEncryption)
            throw Error(RecordingErrorKind.WrongEncryption, indexed, stored.Reason, WhatIsLost(indexed));
        if (stored.Fault == BlockFault.NeedsNewerReader)
            throw Error(RecordingErrorKind.NeedsNewerReader, indexed, stored.Reason, "Read it with a newer version of Reenact.");
        if (stored.Fault != BlockFault.None)
            throw Damaged(indexed, stored.Reason);
        if ((long)stored.Header.FirstSequence != indexed.FirstSequence || (stored.Header.Type == BlockType.Events ? stored.Header.EventCount : 0) != indexed.EventCount)
            throw Damaged(indexed, "is not what the index says it is");
        if (stored.Header.Type != BlockType.Events)
            return null;
        if (key.IsEncrypted)
            stored = stored.Decrypt(key, sessionId, epochs.Of(indexed.Address.Number));
        if (stored.Fault == BlockFault.NotAuthentic)
            throw Error(RecordingErrorKind.NotAuthentic, indexed, stored.Reason, WhatIsLost(indexed));
        return EventBlock.Decode(stored, key.Compression, out var reason) ?? throw Damaged(indexed, reason);
    }

    private RecordingException Damaged(IndexedBlock indexed, string reason) => Error(RecordingErrorKind.Damaged, indexed, reason, WhatIsLost(indexed));

    private static string WhatIsLost(IndexedBlock indexed) =>
        indexed.EventCount == 0 ? "It holds no events, but the recording is not what was written; get an undamaged copy."
            : $"Its events {indexed.FirstSequence} to {indexed.FirstSequence + indexed.EventCount - 1} are lost here; get an undamaged copy, or open the recording with OnDamage.Skip to read the rest.";

    private RecordingException Error(RecordingErrorKind kind, IndexedBlock indexed, string reason, string remedy) => new(
        kind, store.Name, $"{store.Name}: block {indexed.Address.Number} at byte {indexed.Address.Offset} {reason}. {remedy}", indexed.Address.Offset);
}
