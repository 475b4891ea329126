namespace Reenact.Format;

/// <summary>What opening a recording finds out: where its blocks are and how whole it is.</summary>
/// <param name="Store">Where it is read: the store, with its tail where it has one that counts.</param>
/// <param name="SessionId">The session's id.</param>
/// <param name="SessionBytes">The same, big-endian, as checksums take it in.</param>
/// <param name="Preamble">The first 128 bytes.</param>
/// <param name="State">How whole it is.</param>
/// <param name="Index">Where its blocks are.</param>
/// <param name="Summary">The summary that the seal holds; null when it has to be made.</param>
/// <param name="SummaryBuilder">Makes it; null when the seal holds it.</param>
/// <param name="Seal">The seal, whether anything is wrong or not.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="EventsInTail">How many of the events, the last ones, came from the tail.</param>
internal sealed record RecordingLayout(
    IBlockStore Store,
    Guid SessionId,
    byte[] SessionBytes,
    ReadOnlyMemory<byte> Preamble,
    RecordingState State,
    RecordingIndex Index,
    RecordingSummary? Summary,
    SummaryBuilder? SummaryBuilder,
    Seal? Seal,
    IReadOnlyList<RecordingProblem> Problems,
    long EventsInTail)
{
    /// <summary>Opens a recording: by its seal in time that does not depend on its length, else by walking over it.</summary>
    /// <exception cref="RecordingException">It is no recording that this version reads, or the store can't be read.</exception>
    public static RecordingLayout Open(IBlockStore store)
    {
        var preamble = store.ReadPreamble();
        var sessionId = Format.Preamble.Decode(preamble.Span, store.Name).SessionId;
        var sessionBytes = sessionId.ToByteArray(bigEndian: true);

        RecordingProblem? wrongSeal = null;
        if (Trailer.TryDecode(store.ReadTrailer().Span, sessionBytes, out var address))
        {
            if (TryOpenSealed(store, address, sessionBytes, out var seal, out var index, out var summary))
                return new RecordingLayout(store, sessionId, sessionBytes, preamble, RecordingState.Sealed, index, summary, null, seal, [], 0);
            wrongSeal = new RecordingProblem(
                RecordingProblemKind.WrongSeal, address.Offset,
                $"{store.Name}: the trailer points to block {address.Number} at byte {address.Offset} as the seal, but there is no seal that fits. Get an undamaged copy.");
        }

        // Before the blocks: what leaves the tail meanwhile is found among them.
        var tail = TailContent.Read(store);
        var scan = RecordingScan.Run(store, sessionBytes, preamble.Span);
        var written = scan.Builder.Index.NextSequence;
        if (tail is not null && Join(store, scan, tail, sessionId, sessionBytes) is { } whole)
            store = whole;
        if (scan is { Problem: null, Seal.Cache.Length: 0 })
            wrongSeal = null; // A cache that would not fit was left out; there is nothing else to find.

        // Damage at the very place of the seal leaves all events intact.
        var withinEvents = scan.Problem is { } found && found.Offset != wrongSeal?.Offset ? found : null;
        RecordingProblem[] problems = [.. new[] { withinEvents, wrongSeal }.OfType<RecordingProblem>()];
        var state = problems.Any(problem => !problem.IsCut) ? RecordingState.Damaged
            : problems.Length == 0 && scan.Seal is not null ? RecordingState.Sealed
            : RecordingState.Unsealed;
        return new RecordingLayout(
            store, sessionId, sessionBytes, preamble, state, scan.Builder.Index, null, scan.Builder.Summary, scan.Seal, problems, scan.Builder.Index.NextSequence - written);
    }

    /// <summary>Goes on with the tail where the blocks end, when it is the tail of this recording's last epoch and has more events than they.</summary>
    /// <returns>What has both; null when the tail adds nothing.</returns>
    private static StoreWithTail? Join(IBlockStore store, RecordingScan scan, TailContent tail, Guid sessionId, byte[] sessionBytes)
    {
        if (scan.Seal is not null || scan.Problem is { IsCut: false }
            || tail.Header.SessionId != sessionId || !tail.Header.Salt.AsSpan().SequenceEqual(scan.Salt))
        {
            return null;
        }

        var end = scan.Builder.Index.Next;
        var blocks = tail.From(scan.Builder.Index.NextSequence).Select((block, index) => block.Encode(end.Number + index, sessionBytes)).ToList();
        if (blocks.Count == 0)
            return null;

        var whole = new StoreWithTail(store, end, blocks);
        scan.GoOn(whole);
        return whole;
    }

    private static bool TryOpenSealed(
        IBlockStore store, BlockAddress address, byte[] sessionBytes, out Seal? seal, out RecordingIndex index, out RecordingSummary summary)
    {
        seal = null;
        index = new RecordingIndex();
        summary = new RecordingSummary();
        if (address.Offset + address.Length + BlockLayout.TrailerSize != store.Length)
            return false;

        var stored = StoredBlock.Read(store, address, sessionBytes);
        if (stored.Fault != BlockFault.None || stored.Header.Type != BlockType.Seal)
            return false;
        seal = Format.Seal.Decode(stored.Body);
        return seal is not null
            && seal.Leaves == address.Number
            && SealCache.TryDecode(seal.Cache, out index, out summary)
            && index.Next.Number == address.Number
            && index.Next.Offset == address.Offset
            && index.NextSequence == (long)stored.Header.FirstSequence;
    }
}
