using System.Buffers;
using Reenact.Integrity;
using Reenact.Keys;

namespace Reenact.Format;

/// <summary>
/// Writes a recording block by block into a store. Not thread-safe: one thread at a time.
/// </summary>
/// <remarks>
/// A store that fails once is not written again: after a failed fsync nobody knows which of the bytes before it are on disk, and trying again
/// can succeed without having written them. What failed is cut off where the store allows that; what was flushed before stays.
/// </remarks>
internal sealed partial class BlockWriter : IDisposable
{
    private readonly IBlockStore store;
    private readonly ContentKey key;
    private readonly byte[] preamble;
    private readonly byte[] sessionBytes;
    private readonly TimeProvider clock;
    private readonly MerkleFrontier tree;
    private readonly IndexBuilder builder;
    private EpochCipher? cipher;
    private byte[] salt = [];

    private BlockWriter(IBlockStore store, byte[] preamble, Guid sessionId, TimeProvider? clock, ContentKey key, MerkleFrontier tree, IndexBuilder builder)
    {
        this.store = store;
        this.key = key;
        this.clock = clock ?? TimeProvider.System;
        this.preamble = preamble;
        this.tree = tree;
        this.builder = builder;
        SessionId = sessionId;
        sessionBytes = sessionId.ToByteArray(bigEndian: true);
    }

    /// <summary>The session's id.</summary>
    public Guid SessionId { get; }

    /// <summary>The sequence number that the next event must have.</summary>
    public ulong NextSequence => (ulong)builder.Index.NextSequence;

    /// <summary>The number of blocks written so far, each a leaf of the tree.</summary>
    public long BlockCount => tree.Size;

    /// <summary>Whether what is written is encrypted.</summary>
    public bool IsEncrypted => key.IsEncrypted;

    /// <summary>The bytes written so far.</summary>
    public long Length => builder.Index.Next.Offset;

    /// <summary>What the recording's tree looks like so far, not signed.</summary>
    public Checkpoint Checkpoint => new(SessionId, tree.Size, tree.Root());

    /// <summary>The name of the store in messages; of a file, its path.</summary>
    public string StoreName => store.Name;

    /// <summary>Whether the recording is in a file.</summary>
    public bool IsFile => store is FileBlockStore;

    /// <summary>Whether the recording is sealed and takes no more events.</summary>
    public bool Sealed { get; private set; }

    /// <summary>Why the store is not written any more; null while it is.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Begins a recording. The writer owns the store from here on, also when this fails.</summary>
    /// <param name="store">An empty store.</param>
    /// <param name="sessionId">A UUIDv7.</param>
    /// <param name="clock">Tells when the writer began; the system's clock unless given.</param>
    /// <param name="key">What everything is encrypted with, which the writer owns from here on; null leaves it in the clear.</param>
    /// <param name="dictionary">What everything is compressed with; null for the format's own.</param>
    /// <exception cref="RecordingException">The store can't be written.</exception>
    public static BlockWriter Create(IBlockStore store, Guid sessionId, TimeProvider? clock = null, SessionKey? key = null, RecordingDictionary? dictionary = null)
    {
        var content = key is null ? ContentKey.None : new ContentKey(key);
        content = dictionary is null ? content : content.With(dictionary);
        var preamble = new Preamble(sessionId, content.Id, content.DictionaryId).Encode();
        var writer = new BlockWriter(store, preamble, sessionId, clock, content, new MerkleFrontier(), new IndexBuilder());
        try
        {
            if (writer.IsEncrypted)
                (store as ITailedStore)?.RemoveTail(); // What an older recording of this name left there in the clear.
            store.WritePreamble(preamble);
            writer.BeginEpoch();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Begins to keep events, until they are written as a block, where they outlive the process.</summary>
    /// <exception cref="RecordingException">The store can't be written; <see cref="RecordingErrorKind.NotSupported"/> where it can't keep them.</exception>
    public IEventMemory BeginTail() => (store as ITailedStore, IsEncrypted) switch
    {
        (_, true) => throw new RecordingException(
            RecordingErrorKind.NotSupported, store.Name, $"{store.Name} is encrypted, and so can't keep every event as it comes: a tail is in the clear. Leave RecordOptions.Durability unset; events are handed over every 50 ms."),
        ({ } tailed, false) => tailed.BeginTail(new TailHeader(SessionId, salt)),
        _ => throw new RecordingException(
            RecordingErrorKind.NotSupported, store.Name, $"{store.Name} can't keep every event as it comes. Record into a file for that, or with Durability.Buffered."),
    };

    /// <summary>Writes a block of events.</summary>
    /// <param name="body">The events, one after the other.</param>
    /// <param name="firstSequence">The number of the first: <see cref="NextSequence"/>.</param>
    /// <param name="eventCount">How many there are.</param>
    /// <param name="isHurried">Whether more blocks wait, so that time counts more than the last bytes.</param>
    /// <exception cref="ArgumentException">The body is not that many whole events, or they do not follow the ones before.</exception>
    /// <exception cref="RecordingException">The body is too large, or the store can't be written.</exception>
    public void AppendEvents(ReadOnlyMemory<byte> body, ulong firstSequence, int eventCount, bool isHurried = false)
    {
        ThrowIfOver();
        if (firstSequence != NextSequence)
            throw new ArgumentException($"The next event of {store.Name} is number {NextSequence}, not {firstSequence}.", nameof(firstSequence));
        if (body.Length > BlockLayout.MaxRawBody)
            throw TooLarge(body.Length, BlockLayout.MaxRawBody, "before compression");

        var starts = ArrayPool<int>.Shared.Rent(eventCount);
        try
        {
            if (EventBody.FindEvents(body.Span, starts.AsSpan(0, eventCount)) is { } wrong)
                throw new ArgumentException($"These are no events that {store.Name} can hold: {wrong}.", nameof(body));
            var length = Append(BlockType.Events, body.Span, eventCount, isHurried ? BlockCompression.Hurried : BlockCompression.Small);
            builder.Add(length, body.Span, starts.AsSpan(0, eventCount));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(starts);
        }
    }

    /// <summary>Hands everything written to the operating system or the server.</summary>
    /// <param name="durable">Whether to return only when it survives a loss of power.</param>
    /// <exception cref="RecordingException">The store can't be written.</exception>
    public void Flush(bool durable)
    {
        ThrowIfFailed();
        try
        {
            store.Flush(durable);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }

    /// <summary>
    /// Ends the recording: writes index, summary and checkpoint, and flushes them durably. The trailer comes after the rest is on disk, so that
    /// whoever finds it finds a seal.
    /// </summary>
    /// <param name="signatures">The signature lines of <see cref="Checkpoint"/>; empty leaves it unsigned.</param>
    /// <exception cref="RecordingException">The store can't be written.</exception>
    public void Seal(string signatures = "")
    {
        ThrowIfOver();
        var summary = builder.Summary.Build(new BlobFinder(new BlockCache(store, sessionBytes, builder.Index, key), builder.Index).TryFind);
        var seal = new Seal(tree.Size, tree.Root(), signatures, SealCache.Encode(builder.Index, summary));

        var address = builder.Index.Next;
        var length = AppendSeal(seal);
        Flush(durable: true);
        var trailer = Trailer.Encode(address with { Length = length }, sessionBytes);
        Write(address, static (store, at, bytes) => store.WriteTrailer(at, bytes), new BlockAddress(address.Number + 1, address.Offset + length, 0), trailer);
        Flush(durable: true);
        Sealed = true;
    }

    /// <summary>Closes the store. A recording that is not sealed stays readable.</summary>
    public void Dispose()
    {
        cipher?.Dispose();
        key.Dispose();
        store.Dispose();
    }

    /// <summary>Writes an epoch block, with a fresh salt: what follows is encrypted with keys that nothing was encrypted with before.</summary>
    private void BeginEpoch()
    {
        var epoch = Epoch.Begin(preamble, clock.GetUtcNow());
        if (key.IsEncrypted)
        {
            cipher?.Dispose();
            cipher = key.Derive(sessionBytes, epoch.Salt);
            epoch = epoch with { Commitment = cipher.Commitment.ToArray() };
        }

        builder.Add(Append(BlockType.Epoch, epoch.Encode(), eventCount: 0, BlockCompression.None));
        salt = epoch.Salt;
    }

    /// <returns>The length of the block.</returns>
    private int AppendSeal(Seal seal)
    {
        if (!key.IsEncrypted)
            return Append(BlockType.Seal, seal.Encode(), eventCount: 0, BlockCompression.None);

        // A salt of its own: who opens the recording finds the seal first.
        var own = Epoch.NewSalt();
        using var sealing = key.Derive(sessionBytes, own);
        var body = seal.Encode(own, sealing.Commitment, out var secret);
        return Append(BlockType.Seal, body, eventCount: 0, BlockCompression.None, seal.HasCache ? sealing : null, secret);
    }

    /// <returns>The length of the block.</returns>
    private int Append(BlockType type, ReadOnlySpan<byte> body, int eventCount, BlockCompression compression) => type == BlockType.Events && cipher is not null
        ? Append(type, body, eventCount, compression, cipher, ..)
        : Append(type, body, eventCount, compression, encryption: null, default);

    /// <param name="type">What the block holds.</param>
    /// <param name="body">What to write.</param>
    /// <param name="eventCount">How many events that are.</param>
    /// <param name="compression">How to compress it.</param>
    /// <param name="encryption">Encrypts it; null leaves it in the clear.</param>
    /// <param name="secret">What of it is encrypted: all, which is longer by a tag then, or a part, at whose end there is room for one.</param>
    /// <returns>The length of the block.</returns>
    private int Append(BlockType type, ReadOnlySpan<byte> body, int eventCount, BlockCompression compression, EpochCipher? encryption, Range secret)
    {
        if (builder.Index.Next.Number == int.MaxValue)
            throw new RecordingException(
                RecordingErrorKind.TooLarge, store.Name, $"{store.Name}: the recording has {int.MaxValue:N0} blocks, which is the most that the format numbers. Record what follows as another session.");
        var isWhole = encryption is not null && secret.Equals(Range.All);
        var tagSize = isWhole ? EpochCipher.TagSize : 0;
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLayout.BlockLength(body.Length + tagSize));
        try
        {
            var flags = isWhole ? BlockFlags.Encrypted : BlockFlags.None;
            var room = buffer.AsSpan(BlockLayout.HeaderSize);

            if (compression != BlockCompression.None && TryCompress(body, eventCount, compression, room[..body.Length], out var bodyLength, out var how))
            {
                flags |= how;
            }
            else
            {
                bodyLength = body.Length;
                body.CopyTo(room);
            }

            bodyLength += tagSize;
            if (bodyLength > BlockLayout.MaxBody)
                throw TooLarge(bodyLength, BlockLayout.MaxBody, "as stored");

            var length = BlockLayout.BlockLength(bodyLength);
            var block = buffer.AsSpan(0, length);
            block[(BlockLayout.HeaderSize + bodyLength)..].Clear();
            var address = builder.Index.Next with { Length = length };
            var header = new BlockHeader(bodyLength, type, flags, address.Number, NextSequence, eventCount, body.Length);
            header.WriteFields(block);
            encryption?.Encrypt(block, block.Slice(BlockLayout.HeaderSize, bodyLength)[secret]);
            header.WriteChecksum(block, sessionBytes);
            Write(address, static (store, at, bytes) => store.WriteBlock(at, bytes), address, block);
            if (type != BlockType.Seal)
                tree.Add(MerkleHash.BlockLeaf(block[BlockHeader.Hashed], block.Slice(BlockLayout.HeaderSize, bodyLength)));
            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Compresses events into as much room as they take now, folded where that can be undone to the last byte.</summary>
    /// <returns>False where that is not smaller.</returns>
    private bool TryCompress(ReadOnlySpan<byte> body, int eventCount, BlockCompression compression, Span<byte> room, out int length, out BlockFlags how)
    {
        how = BlockFlags.Zstd | BlockFlags.Dictionary;
        var rented = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            var content = body;
            if (BodyFolder.TryFold(body, eventCount, rented.AsSpan(0, body.Length), out var foldedLength))
            {
                how |= BlockFlags.Folded;
                content = rented.AsSpan(0, foldedLength);
            }

            return key.Compression.TryCompress(content, room, out length, compression == BlockCompression.Hurried) && length < body.Length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Write(BlockAddress undoTo, WriteAction write, BlockAddress address, ReadOnlySpan<byte> bytes)
    {
        ThrowIfFailed();
        try
        {
            write(store, address, bytes);
        }
        catch (Exception exception)
        {
            Failure = exception;
            TryTruncate(undoTo);
            throw;
        }
    }

    /// <summary>Cuts a failed part off. Where the store refuses that too, readers see a torn end.</summary>
    private void TryTruncate(BlockAddress address)
    {
        try
        {
            store.Truncate(address);
        }
        catch (RecordingException)
        {
            // The failure that led here is the one to report.
        }
    }

    private void ThrowIfOver()
    {
        if (Sealed)
            throw new InvalidOperationException($"{store.Name} is sealed; it takes no more events.");
        ThrowIfFailed();
    }

    private void ThrowIfFailed()
    {
        if (Failure is not null)
            throw new RecordingException(
                (Failure as RecordingException)?.Kind ?? RecordingErrorKind.StorageFailed, store.Name,
                $"{store.Name} is not written any more since writing it failed: {Failure.Message}", (Failure as RecordingException)?.Offset, Failure);
    }

    private RecordingException TooLarge(int length, int limit, string when) => new(
        RecordingErrorKind.TooLarge, store.Name,
        $"{store.Name}: a block of {length:N0} bytes {when} is over the format's limit of {limit:N0}. Nothing of it was written; write its events in smaller blocks.");

    private delegate void WriteAction(IBlockStore store, BlockAddress address, ReadOnlySpan<byte> bytes);
}
