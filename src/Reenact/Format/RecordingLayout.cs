using System.Security.Cryptography;
using Reenact.Dictionaries;

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
/// <param name="Key">With what its contents are read.</param>
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
    long EventsInTail,
    ContentKey Key)
{
    /// <summary>Whether the contents are encrypted, and can be read.</summary>
    public RecordingEncryption Encryption => !Key.IsEncrypted ? RecordingEncryption.None
        : Key.Missing is not { } missing ? RecordingEncryption.Decrypted
        : missing.IsErased ? RecordingEncryption.Erased
        : RecordingEncryption.Locked;

    /// <summary>Opens a recording: by its seal in time that does not depend on its length, else by walking over it.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="findKey">Gives the key of a recording that is encrypted; null where nobody can.</param>
    /// <param name="dictionaries">Dictionaries that it may be compressed with.</param>
    /// <exception cref="RecordingException">It is no recording that this version reads, its key is another, or the store can't be read.</exception>
    public static RecordingLayout Open(IBlockStore store, Func<Guid, ContentKey>? findKey = null, IReadOnlyList<RecordingDictionary>? dictionaries = null)
    {
        var preamble = store.ReadPreamble();
        var decoded = Format.Preamble.Decode(preamble.Span, store.Name);
        var key = decoded.KeyId == Guid.Empty ? ContentKey.None
            : findKey is null ? ContentKey.Without(decoded.KeyId, MissingKey.NoStore) : findKey(decoded.KeyId);
        try
        {
            key = DictionaryFinder.Complete(key, decoded.DictionaryId, dictionaries ?? [], store);
            return Open(store, preamble, decoded.SessionId, key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static RecordingLayout Open(IBlockStore store, ReadOnlyMemory<byte> preamble, Guid sessionId, ContentKey key)
    {
        var sessionBytes = sessionId.ToByteArray(bigEndian: true);
        if (key is { IsEncrypted: true, IsLocked: false })
            CheckKey(store, sessionBytes, preamble.Span, key);

        RecordingProblem? wrongSeal = null;
        if (Trailer.TryDecode(store.ReadTrailer().Span, sessionBytes, out var address))
        {
            if (!key.IsLocked && TryOpenSealed(store, address, sessionBytes, key, out var seal, out var index, out var summary))
                return new RecordingLayout(store, sessionId, sessionBytes, preamble, RecordingState.Sealed, index, summary, null, seal, [], 0, key);
            wrongSeal = new RecordingProblem(
                RecordingProblemKind.WrongSeal, address.Offset,
                $"{store.Name}: the trailer points to block {address.Number} at byte {address.Offset} as the seal, but there is no seal that fits. Get an undamaged copy.");
        }

        // Before the blocks: what leaves the tail meanwhile is found among them.
        var tail = key.IsEncrypted ? null : TailContent.Read(store); // Encrypted recordings have none.
        var scan = RecordingScan.Run(store, sessionBytes, preamble.Span, key);
        var written = scan.Builder.Index.NextSequence;
        if (tail is not null && Join(store, scan, tail, sessionId, sessionBytes) is { } whole)
            store = whole;
        if (scan is { Problem: null, Seal.Cache.Length: 0 })
            wrongSeal = null; // A cache that would not fit was left out, or can't be read without a key; there is nothing else to find.

        // Damage at the very place of the seal leaves all events intact.
        var withinEvents = scan.Problem is { } found && found.Offset != wrongSeal?.Offset ? found : null;
        RecordingProblem[] problems = [.. new[] { withinEvents, wrongSeal }.OfType<RecordingProblem>()];
        var state = problems.Any(problem => !problem.IsCut) ? RecordingState.Damaged
            : problems.Length == 0 && scan.Seal is not null ? RecordingState.Sealed
            : RecordingState.Unsealed;
        return new RecordingLayout(
            store, sessionId, sessionBytes, preamble, state, scan.Builder.Index, null, scan.Builder.Summary, scan.Seal, problems, scan.Builder.Index.NextSequence - written, key);
    }

    /// <summary>Goes on with the tail where the blocks end, when it is the tail of this recording's last epoch and has more events than they.</summary>
    /// <returns>What has both; null when the tail adds nothing.</returns>
    private static StoreWithTail? Join(IBlockStore store, RecordingScan scan, TailContent tail, Guid sessionId, byte[] sessionBytes)
    {
        if (scan.Seal is not null || scan.Problem is { IsCut: false }
            || !tail.BelongsTo(sessionId, scan.LastEpoch))
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
        IBlockStore store, BlockAddress address, byte[] sessionBytes, ContentKey key, out Seal? seal, out RecordingIndex index, out RecordingSummary summary)
    {
        seal = null;
        index = new RecordingIndex();
        summary = new RecordingSummary();
        if (address.Offset + address.Length + BlockLayout.TrailerSize != store.Length)
            return false;

        var stored = StoredBlock.Read(store, address, sessionBytes);
        if (stored.Fault != BlockFault.None || stored.Header.Type != BlockType.Seal)
            return false;
        seal = Format.Seal.Decode(stored, key, sessionBytes);
        return seal is not null
            && seal.Leaves == address.Number
            && SealCache.TryDecode(seal.Cache, out index, out summary)
            && index.Next.Number == address.Number
            && index.Next.Offset == address.Offset
            && index.NextSequence == (long)stored.Header.FirstSequence;
    }

    /// <summary>Tells a wrong key from a damaged recording, before anything is decrypted with it.</summary>
    /// <exception cref="RecordingException">The key is another.</exception>
    public static void CheckKey(IBlockStore store, byte[] sessionBytes, ReadOnlySpan<byte> preamble, ContentKey key)
    {
        var first = StoredBlock.Read(store, new BlockAddress(0, BlockLayout.PreambleSize, 0), sessionBytes);
        if (first.Fault != BlockFault.None || first.Header.Type != BlockType.Epoch || Epoch.Decode(first.Body) is not { Commitment.Length: > 0 } epoch
            || !epoch.PreambleHash.AsSpan().SequenceEqual(SHA256.HashData(preamble)))
        {
            return; // Walking over it says what is wrong.
        }

        using var cipher = key.TryDerive(sessionBytes, epoch.Salt, epoch.Commitment);
        if (cipher is null)
            throw new RecordingException(
                RecordingErrorKind.WrongKey, store.Name,
                $"{store.Name}: the key that the key store has as {key.Id} is not the one that the recording was encrypted with. Give the key store that it was recorded with, or an older copy of it.");
    }
}
