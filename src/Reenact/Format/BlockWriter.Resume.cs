namespace Reenact.Format;

/// <content>Going on with a recording.</content>
internal sealed partial class BlockWriter
{
    /// <summary>
    /// Goes on with a recording: removes its seal and trailer, or what a crash left of a block, writes what its tail has and the blocks have not,
    /// and begins an epoch. All of that is on disk when it returns, and a crash at any point of it leaves a whole recording with the same
    /// events. The writer owns store and key from here on, also when this fails.
    /// </summary>
    /// <param name="store">A store with a recording that nobody else writes.</param>
    /// <param name="key">The key of the recording, not missing; <see cref="ContentKey.None"/> where it is not encrypted.</param>
    /// <param name="clock">Tells when the writer began; the system's clock unless given.</param>
    /// <exception cref="RecordingException">It is no recording, is damaged, its key is another, or it can't be read or written.</exception>
    public static BlockWriter Resume(IBlockStore store, ContentKey key, TimeProvider? clock = null)
    {
        try
        {
            var preamble = store.ReadPreamble().ToArray();
            var sessionId = Preamble.Decode(preamble, store.Name).SessionId;
            var sessionBytes = sessionId.ToByteArray(bigEndian: true);
            if (key.IsEncrypted)
                RecordingLayout.CheckKey(store, sessionBytes, preamble, key);
            var tail = key.IsEncrypted ? null : TailContent.Read(store); // Encrypted recordings have none.
            var scan = RecordingScan.Run(store, sessionBytes, preamble, key);
            if (scan.Problem is { IsCut: false } problem)
                throw new RecordingException(
                    RecordingErrorKind.Damaged, store.Name, $"{store.Name}: a damaged recording can't be gone on with, because what is after the damage would be lost. {problem.Message}", problem.Offset);

            var tree = scan.Tree();
            if (scan.Seal is { } seal && !seal.Root.AsSpan().SequenceEqual(tree.Root()))
                throw new RecordingException(
                    RecordingErrorKind.Damaged, store.Name,
                    $"{store.Name}: a recording that was changed after it was sealed can't be gone on with, because its seal, which shows that, would be lost. `reenact verify` says more.");
            if (scan.Problem is { Kind: RecordingProblemKind.TornBlock } torn && Trailer.TryDecode(store.ReadTrailer().Span, sessionBytes, out _))
                throw new RecordingException(
                    RecordingErrorKind.Damaged, store.Name, $"{store.Name}: a damaged recording can't be gone on with, because what is after the damage would be lost. {torn.Message}", torn.Offset);

            var writer = new BlockWriter(store, preamble, sessionId, clock, key, tree, scan.Builder);
            writer.CutEnd();
            writer.Fold(scan.Seal is null && tail is not null && tail.BelongsTo(sessionId, scan.LastEpoch) ? tail : null);
            writer.BeginEpoch();
            writer.Flush(durable: true);
            (store as ITailedStore)?.RemoveTail();
            return writer;
        }
        catch
        {
            key.Dispose();
            store.Dispose();
            throw;
        }
    }

    /// <summary>The events written so far, to be read before more are written.</summary>
    public EventSource Events() => new(store, sessionBytes, builder.Index, key);

    /// <summary>Removes what is after the last whole block before the seal, and has that on disk before anything is written in its place.</summary>
    private void CutEnd()
    {
        if (store.Length <= builder.Index.Next.Offset)
            return;
        Write(builder.Index.Next, static (store, at, _) => store.Truncate(at), builder.Index.Next, []);
        Flush(durable: true);
    }

    private void Fold(TailContent? tail)
    {
        if (tail is null)
            return;
        foreach (var block in tail.From((long)NextSequence))
            AppendEvents(block.Body, (ulong)block.FirstSequence, block.Count);
        Flush(durable: true); // Before the epoch that makes the tail one of the past.
    }
}
