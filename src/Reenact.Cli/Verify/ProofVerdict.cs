using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>What checking a proof comes to: what it proves, and what keeps it from being believed.</summary>
/// <param name="Claim">What it is about.</param>
/// <param name="Checkpoint">The checkpoint that it proves it under.</param>
/// <param name="Signature">What that checkpoint's signature is worth.</param>
/// <param name="Block">The block that it is about, if it is about one.</param>
/// <param name="Problems">Why it proves nothing; none when it does.</param>
internal sealed record ProofVerdict(string Claim, Checkpoint Checkpoint, SignatureCheck Signature, ProvenBlock? Block, IReadOnlyList<string> Problems)
{
    public bool Passed => Problems.Count == 0;

    public static ProofVerdict Of(TlogProof proof, IReadOnlyList<RecordingVerifierKey> keys, IReadOnlyList<Checkpoint> kept)
    {
        var problems = new List<string>();
        var signature = CheckSignature(proof.Checkpoint, keys, isKept: kept.Any(one => one.Text == proof.Checkpoint.Text), problems);
        if (kept.Count > 0 && !kept.Any(one => one.Text == proof.Checkpoint.Text))
        {
            problems.Add("the proof's checkpoint is none of those that were kept; make the proof under one of these (reenact prove --checkpoint), or check the growth between them first");
        }

        if (proof.Block is not { } block)
        {
            problems.Add("the proof does not say which block it is about, so nothing can be checked here");
            return new ProofVerdict("an entry of a log", proof.Checkpoint, signature, null, problems);
        }

        if (!proof.Verify(block.LeafHash.Span))
        {
            problems.Add("the block is not in the checkpoint's tree: the proof, the block or the checkpoint was changed");
        }

        var events = block.EventCount == 0 ? "without events" : $"with events {block.FirstEvent} to {block.FirstEvent + block.EventCount - 1}";
        return new ProofVerdict($"block {block.Number} of {proof.Checkpoint.Size}, {events}", proof.Checkpoint, signature, block, problems);
    }

    public static ProofVerdict Of(GrowthProof proof, IReadOnlyList<RecordingVerifierKey> keys, IReadOnlyList<Checkpoint> kept)
    {
        var problems = new List<string>();
        var signature = CheckSignature(proof.Checkpoint, keys, isKept: false, problems);
        var older = kept.FirstOrDefault(one => one.Size == proof.Consistency.OldSize && one.Origin == proof.Checkpoint.Origin);
        if (older is null)
        {
            problems.Add($"the checkpoint over {proof.Consistency.OldSize} blocks that the newer one grew from is needed: --checkpoint FILE");
        }
        else if (!proof.Verify(older))
        {
            problems.Add("the newer checkpoint did not grow from the one that was kept: what that one covers was rewritten, or the proof was changed");
        }

        return new ProofVerdict($"grown from {proof.Consistency.OldSize} to {proof.Consistency.NewSize} blocks", proof.Checkpoint, signature, null, problems);
    }

    private static SignatureCheck CheckSignature(Checkpoint checkpoint, IReadOnlyList<RecordingVerifierKey> keys, bool isKept, List<string> problems)
    {
        var check = checkpoint.Check(keys);
        if (check.Status == SignatureStatus.Invalid)
        {
            problems.Add($"the checkpoint's signature by '{check.Key!.Name}' is wrong");
        }
        else if (check.Status != SignatureStatus.Valid && (keys.Count > 0 || !isKept))
        {
            problems.Add(keys.Count > 0 ? "the checkpoint is not signed by a key that was given" : "nothing says that the checkpoint is genuine: give the key that signed it (--key), or the checkpoint that was kept (--checkpoint)");
        }

        return check;
    }
}
