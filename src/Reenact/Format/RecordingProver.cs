using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>Makes proofs about a recording, after checking that it is what it says it is.</summary>
internal sealed class RecordingProver
{
    private readonly IBlockStore store;
    private readonly RecordingLayout layout;
    private readonly MerkleTree tree;
    private readonly Checkpoint whole;

    /// <summary>Reads all that is stored.</summary>
    /// <exception cref="RecordingException">It is damaged, or can't be read.</exception>
    public RecordingProver(RecordingLayout layout)
    {
        store = layout.Store;
        this.layout = layout;
        var scan = RecordingScan.Run(store, layout.SessionBytes, layout.Preamble.Span, layout.Key, ScanDepth.Stored);
        if (scan.Problem is { IsCut: false } problem)
            throw new RecordingException(RecordingErrorKind.Damaged, store.Name, problem.Message, problem.Offset);
        tree = new MerkleTree([.. scan.Leaves]);
        whole = new Checkpoint(layout.SessionId, tree.Size, tree.Root.ToArray());
        if (scan.Seal is not { } seal)
            return;
        if (seal.Leaves != tree.Size || !seal.Root.AsSpan().SequenceEqual(tree.Root.Span) || !SignedNote.TryParseSignatures(seal.Signatures, out var signatures, out _))
            throw new RecordingException(RecordingErrorKind.Damaged, store.Name, $"{store.Name}: the seal is not that of the blocks before it; `reenact verify` says more. Nothing can be proved with it.");
        whole = whole.With(signatures);
    }

    public MerkleTree Tree => tree;

    /// <summary>Proves that the block that holds an event is in the recording.</summary>
    public TlogProof ProveEvent(long sequence, Checkpoint? at, bool withBlock)
    {
        var number = layout.Index.FindBlock(sequence);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 0, nameof(sequence));
        if (number >= tree.Size)
            throw new ArgumentException($"Event {sequence} is in the recording's tail, and in no block yet, so nothing can be proved of it. Prove it once its block is written: a second later, or when the session ends.");
        var checkpoint = at is null ? whole : Checked(at);
        if (number >= checkpoint.Size)
            throw new ArgumentException($"Event {sequence} is in block {number}, and the checkpoint covers {checkpoint.Size} blocks; it was made before the event.");
        var stored = StoredBlock.Read(store, layout.Index.Blocks[number].Address, layout.SessionBytes);
        return new TlogProof(tree.ProveInclusion(number, (int)checkpoint.Size), checkpoint, ProvenBlock.Write(stored, withBlock));
    }

    /// <summary>Proves that the recording grew from a checkpoint.</summary>
    public GrowthProof ProveGrowth(Checkpoint from) =>
        Checked(from).Size == 0 ? new GrowthProof(new ConsistencyProof(0, tree.Size, Array.Empty<byte[]>()), whole) : new GrowthProof(tree.ProveConsistency((int)from.Size), whole);

    private Checkpoint Checked(Checkpoint kept)
    {
        if (kept.SessionId != layout.SessionId)
            throw new ArgumentException($"The checkpoint is of '{kept.Origin}', and the recording of session {layout.SessionId:D}.");
        if (kept.Size > tree.Size)
            throw new ArgumentException($"The checkpoint covers {kept.Size} blocks, and the recording has {tree.Size}: its end was cut off after the checkpoint was made. `reenact verify --checkpoint` says so, too.");
        return tree.RootAt((int)kept.Size).Span.SequenceEqual(kept.Root.Span)
            ? kept
            : throw new ArgumentException($"The first {kept.Size} blocks of the recording are not those of the checkpoint: they were rewritten after it was made. `reenact verify --checkpoint` says more.");
    }
}
