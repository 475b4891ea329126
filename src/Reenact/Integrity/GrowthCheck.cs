namespace Reenact.Integrity;

/// <summary>Holds a recording against checkpoints that were kept.</summary>
internal static class GrowthCheck
{
    /// <summary>Compares.</summary>
    /// <param name="sessionId">The recording's session.</param>
    /// <param name="leaves">The leaves of the blocks that are whole.</param>
    /// <param name="isDamaged">Whether there are more blocks, which damage hides.</param>
    /// <param name="options">The checkpoints, and keys for their signatures.</param>
    /// <returns>The same checkpoints in order of their sizes.</returns>
    public static List<KeptCheckpoint> Run(Guid sessionId, List<byte[]> leaves, bool isDamaged, VerificationOptions options)
    {
        var kept = new List<KeptCheckpoint>(options.Checkpoints.Count);
        var tree = new MerkleFrontier();
        foreach (var checkpoint in options.Checkpoints.OrderBy(checkpoint => checkpoint.Size))
        {
            var signature = checkpoint.Check(options.TrustedKeys);
            while (tree.Size < Math.Min(checkpoint.Size, leaves.Count))
                tree.Add(leaves[(int)tree.Size]);
            kept.Add(new KeptCheckpoint(checkpoint, StatusOf(checkpoint, signature), signature));
        }

        return kept;

        CheckpointStatus StatusOf(Checkpoint checkpoint, SignatureCheck signature) =>
            signature.Status == SignatureStatus.Invalid ? CheckpointStatus.WrongSignature
            : checkpoint.SessionId != sessionId ? CheckpointStatus.OtherSession
            : checkpoint.Size > tree.Size ? isDamaged ? CheckpointStatus.Undecided : CheckpointStatus.Cut
            : checkpoint.Root.Span.SequenceEqual(tree.Root()) ? CheckpointStatus.Grown
            : CheckpointStatus.Rewritten;
    }

    /// <summary>What is wrong, each kind once.</summary>
    /// <param name="store">The recording, for messages.</param>
    /// <param name="sessionId">Its session.</param>
    /// <param name="blocks">How many blocks are whole.</param>
    /// <param name="kept">What <see cref="Run"/> gave.</param>
    /// <param name="wantsSignature">Whether keys were given.</param>
    public static IEnumerable<VerificationFinding> Findings(string store, Guid sessionId, int blocks, List<KeptCheckpoint> kept, bool wantsSignature)
    {
        if (Of(CheckpointStatus.OtherSession) is [var other, ..])
            yield return Error(other, $"this is session {sessionId:D}, and a checkpoint that was kept is of {Quoted(other.Checkpoint.Origin)}: another recording was put in its place, or the checkpoint belongs to another.");
        if (Of(CheckpointStatus.Cut) is [.., var longest])
            yield return Error(longest, $"its end was cut off: a checkpoint that was kept says that there were {longest.Checkpoint.Size} blocks, and there are {blocks}. Get the whole recording from a copy; a seal over what is left proves nothing.");
        if (Of(CheckpointStatus.Rewritten) is [var first, ..])
        {
            var before = kept.LastOrDefault(one => one.Status == CheckpointStatus.Grown && one.Checkpoint.Size < first.Checkpoint.Size)?.Checkpoint.Size ?? 0;
            yield return Error(first, $"blocks {before} to {first.Checkpoint.Size - 1} are not those that a checkpoint that was kept covers: they were rewritten after it was made{(before > 0 ? $", those before are as they were" : "")}.");
        }

        if (Of(CheckpointStatus.WrongSignature) is [var wrong, ..])
            yield return Error(wrong, $"a checkpoint that was kept, over {wrong.Checkpoint.Size} blocks, has a wrong signature by '{wrong.Signature.Key!.Name}': the checkpoint was changed, and proves nothing.");
        if (Of(CheckpointStatus.Undecided) is [var hidden, ..])
            yield return Error(hidden, $"only its first {blocks} blocks are whole, so it can't be compared with a checkpoint over {hidden.Checkpoint.Size}.");
        if (wantsSignature && kept.Find(one => one.Signature.Status is SignatureStatus.None or SignatureStatus.UnknownKey) is { } unsigned)
            yield return new VerificationFinding(FindingSeverity.Warning, $"{store}: a checkpoint that was kept, over {unsigned.Checkpoint.Size} blocks, is not signed by a key that was given; it proves as much as the place where it was kept.");

        List<KeptCheckpoint> Of(CheckpointStatus status) => kept.FindAll(one => one.Status == status);
        VerificationFinding Error(KeptCheckpoint one, string what) => new(FindingSeverity.Error, $"{store}: {what}") { Checkpoint = one.Status };
    }

    private static string Quoted(string origin) => origin.Length <= 200 ? $"'{origin}'" : $"'{origin[..200]}…'";
}
