using System.Security.Cryptography;
using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>
/// Walks over a recording block by block from its start, checking each, and keeps what is whole: the way in where there is
/// no seal, and the measure that a seal is held against.
/// </summary>
internal sealed class RecordingScan
{
    private IBlockStore store;
    private readonly byte[] sessionId;
    private readonly byte[] preambleHash;
    private readonly ContentKey key;

    private RecordingScan(IBlockStore store, byte[] sessionId, ReadOnlySpan<byte> preamble, ContentKey key)
    {
        this.key = key;
        this.store = store;
        this.sessionId = sessionId;
        preambleHash = SHA256.HashData(preamble);
    }

    /// <summary>Index and summary of the blocks that are whole.</summary>
    public IndexBuilder Builder { get; } = new();

    /// <summary>The leaves of those blocks; events of a tail have none yet.</summary>
    public List<byte[]> Leaves { get; } = [];

    /// <summary>The seal, when the walk came to one.</summary>
    public Seal? Seal { get; private set; }

    /// <summary>What ended the walk before its time; null when nothing did.</summary>
    public RecordingProblem? Problem { get; private set; }

    /// <summary>Places where padding is not zero, which changes nothing that is read.</summary>
    public List<BlockAddress> UncleanPadding { get; } = [];

    /// <summary>The last epoch; null when there is none.</summary>
    public Epoch? LastEpoch { get; private set; }

    /// <summary>Walks over a recording.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="sessionId">The session's id, big-endian.</param>
    /// <param name="preamble">Its first 128 bytes.</param>
    /// <param name="key">Its key; where that is missing, the contents of blocks are not looked at.</param>
    /// <param name="depth">How much of each block is looked at. Without its events, index and summary know no more than where blocks are.</param>
    /// <param name="onBlock">Takes each block that is whole, after the index has it.</param>
    public static RecordingScan Run(
        IBlockStore store, byte[] sessionId, ReadOnlySpan<byte> preamble, ContentKey key, ScanDepth depth = ScanDepth.Indexed, Action<RecordingScan, ScannedBlock>? onBlock = null)
    {
        var scan = new RecordingScan(store, sessionId, preamble, key);
        scan.Walk(depth, onBlock);
        return scan;
    }

    /// <summary>Goes on where the walk ended, over what a tail adds.</summary>
    public void GoOn(StoreWithTail whole)
    {
        store = whole;
        Problem = null;
        Walk(ScanDepth.Indexed, onBlock: null);
    }

    /// <summary>The Merkle tree over the blocks.</summary>
    public MerkleFrontier Tree()
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in Leaves)
            tree.Add(leaf);
        return tree;
    }

    private void Walk(ScanDepth depth, Action<RecordingScan, ScannedBlock>? onBlock)
    {
        foreach (var block in BlockAhead.Scan(store, Builder.Index.Next, new ScanPlan(sessionId, key, depth)))
        {
            if (!Accepts(block))
                break;
            onBlock?.Invoke(this, block);
        }
    }

    private bool Accepts(ScannedBlock block)
    {
        var (address, stored) = (block.Address, block.Stored);
        switch (stored.Fault)
        {
            case BlockFault.Absent:
                return false;
            case BlockFault.Torn:
                return Stop(RecordingProblemKind.TornBlock, address, stored.Reason, "Its writer stopped there, or the end was cut off; all before it is intact.");
            case BlockFault.NeedsNewerReader:
                return Stop(RecordingProblemKind.UnknownBlock, address, stored.Reason, "Read the recording with a newer version of Reenact.");
            case BlockFault.Damaged:
                return Damaged(address, stored.Reason);
            case BlockFault.WrongEncryption:
                return Forged(RecordingProblemKind.WronglyEncryptedBlock, address, stored.Reason);
            case BlockFault.NotAuthentic:
                return Forged(RecordingProblemKind.NotAuthenticBlock, address, stored.Reason);
        }

        if ((long)stored.Header.FirstSequence != Builder.Index.NextSequence)
            return Damaged(address, $"begins with event {stored.Header.FirstSequence}, not {Builder.Index.NextSequence}");
        if (!stored.HasCleanPadding)
            UncleanPadding.Add(address);

        var length = stored.Bytes.Length;
        switch (stored.Header.Type)
        {
            case BlockType.Seal:
                return EndAtSeal(address, length, stored);
            case BlockType.Epoch:
                if (Epoch.Decode(stored.Body) is not { } epoch || !epoch.PreambleHash.AsSpan().SequenceEqual(preambleHash))
                    return Damaged(address, "does not belong to this preamble");
                if (key.IsEncrypted && epoch.Commitment.Length == 0)
                    return Damaged(address, "has no key commitment, and the recording is encrypted");
                LastEpoch = epoch;
                Builder.Add(length);
                break;
            case BlockType.Events when address.Number > 0:
                if (block.Reason.Length > 0)
                    return Damaged(address, block.Reason);
                if (block.Events is { } events)
                    Builder.Add(length, events.Body.Span, events.Starts);
                else
                    Builder.AddUnread(length, stored.Header.EventCount);
                break;
            case var _ when address.Number == 0:
                return Damaged(address, "is no epoch block, with which recordings begin");
            default:
                Builder.Add(length);
                break;
        }

        if (store is not StoreWithTail whole || !whole.IsInTail(address))
            Leaves.Add(block.Leaf);
        return true;
    }

    private bool EndAtSeal(BlockAddress address, int length, StoredBlock stored)
    {
        Seal = Seal.Decode(stored, key, sessionId);
        if (Seal is null || Seal.Leaves != address.Number)
            return Damaged(address, "is no seal of the blocks before it");

        var rest = store.Length - address.Offset - length;
        if (rest < BlockLayout.TrailerSize)
            return Stop(RecordingProblemKind.MissingTrailer, address, "is the seal, and the trailer after it is not whole", "Its writer stopped there, or the end was cut off; all events are there.");
        if (rest > BlockLayout.TrailerSize)
            return Stop(RecordingProblemKind.TrailingBytes, address, $"is the seal, and {rest} bytes follow it instead of the trailer's {BlockLayout.TrailerSize}", "Get an undamaged copy; all events are there.");
        if (!Trailer.TryDecode(store.ReadTrailer().Span, sessionId, out var seal) || seal != address with { Length = length })
            return Stop(RecordingProblemKind.DamagedTrailer, address, "is the seal, and the trailer after it is not what was written", "Get an undamaged copy; all events are there.");
        return false;
    }

    private bool Damaged(BlockAddress address, string reason) => Forged(RecordingProblemKind.DamagedBlock, address, reason);

    private bool Forged(RecordingProblemKind kind, BlockAddress address, string reason) => Stop(
        kind, address, reason,
        $"Nothing after it can be found without a seal; the {Builder.Index.NextSequence} events before it are intact. Get an undamaged copy.");

    private bool Stop(RecordingProblemKind kind, BlockAddress address, string reason, string remedy)
    {
        Problem = new RecordingProblem(kind, address.Offset, $"{store.Name}: block {address.Number} at byte {address.Offset} {reason}. {remedy}");
        return false;
    }
}
