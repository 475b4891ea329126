using Reenact.Format;
using Reenact.Integrity;

namespace Reenact.FuzzTests;

/// <summary>Writes blocks as a writer would, whatever they hold.</summary>
/// <param name="preamble">The preamble.</param>
/// <param name="sessionId">The session's id.</param>
/// <param name="key">What to encrypt with; null leaves all in the clear.</param>
internal sealed class BlockForge(byte[] preamble, Guid sessionId, ContentKey? key)
{
    private readonly List<byte> recording = [.. preamble];
    private readonly IndexBuilder builder = new();
    private readonly MerkleFrontier tree = new();
    private List<byte[]>? events = [];

    public byte[] SessionBytes { get; } = sessionId.ToByteArray(bigEndian: true);

    /// <summary>The events of the blocks so far; null when a block is no such thing.</summary>
    public IReadOnlyList<byte[]>? Events => events;

    public byte[] ToArray() => [.. recording];

    /// <summary>Adds a block.</summary>
    public void Add(Part part, byte[] salt)
    {
        var body = part.Body;
        var flags = BlockFlags.None;
        if (part.IsCompressed && body.Length > 0)
            (body, flags) = Compress(part);

        if (part.Stored is not null)
            body = part.Stored(body);
        var isSecret = key is not null && part.Type == BlockType.Events;
        if (isSecret)
        {
            body = [.. body, .. new byte[EpochCipher.TagSize]];
            flags |= BlockFlags.Encrypted;
        }

        var rawLength = flags.HasFlag(BlockFlags.Zstd) || isSecret ? part.Body.Length : body.Length;
        var block = Write(part, new BlockHeader(body.Length, part.Type, flags, builder.Index.Next.Number, (ulong)builder.Index.NextSequence, part.Events, rawLength), body, salt, isSecret ? 0..body.Length : default);
        tree.Add(MerkleHash.BlockLeaf(block.AsSpan()[BlockHeader.Hashed], block.AsSpan(BlockLayout.HeaderSize, body.Length)));
        Index(part, block.Length);
    }

    /// <summary>Adds the seal and the trailer.</summary>
    public void Seal(string signatures, Func<byte[], byte[]>? changeCache, Func<byte[], byte[]>? changeBody)
    {
        var source = new MemoryBlockStore(ToArray());
        var summary = builder.Summary.Build(new BlobFinder(new BlockCache(source, SessionBytes, builder.Index, key ?? ContentKey.None), builder.Index).TryFind);
        var cache = SealCache.Encode(builder.Index, summary);
        var seal = new Seal(tree.Size, tree.Root(), signatures, changeCache is null ? cache : changeCache(cache));
        var salt = Epoch.NewSalt();
        Range secret = default;
        byte[] body;
        if (key is null)
        {
            body = seal.Encode();
        }
        else
        {
            using var cipher = key.Derive(SessionBytes, salt);
            body = seal.Encode(salt, cipher.Commitment, out secret);
        }

        // What a change of the body does to what is encrypted in it, decryption finds.
        var address = builder.Index.Next;
        var block = changeBody is null
            ? Write(new Part(BlockType.Seal, body, 0), new BlockHeader(body.Length, BlockType.Seal, BlockFlags.None, address.Number, (ulong)builder.Index.NextSequence, 0, body.Length), body, salt, key is null || !seal.HasCache ? default : secret)
            : WriteChanged(changeBody(body), address);
        recording.AddRange(Trailer.Encode(address with { Length = block.Length }, SessionBytes));
    }

    private byte[] WriteChanged(byte[] body, BlockAddress address) =>
        Write(new Part(BlockType.Seal, body, 0), new BlockHeader(body.Length, BlockType.Seal, BlockFlags.None, address.Number, (ulong)builder.Index.NextSequence, 0, body.Length), body, [], default);

    private byte[] Write(Part part, BlockHeader header, byte[] body, byte[] salt, Range secret)
    {
        header = part.Header is null ? header : part.Header(header) with { BodyLength = body.Length };
        var block = new byte[BlockLayout.BlockLength(body.Length)];
        body.CopyTo(block, BlockLayout.HeaderSize);
        header.WriteFields(block);
        if (!secret.Equals(default(Range)))
        {
            using var cipher = key!.Derive(SessionBytes, salt);
            if (header.Number >= 0)
                cipher.Encrypt(block, block.AsSpan(BlockLayout.HeaderSize, body.Length)[secret]);
        }

        header.WriteChecksum(block, SessionBytes);
        recording.AddRange(block);
        return block;
    }

    private static (byte[] Body, BlockFlags Flags) Compress(Part part)
    {
        var (content, flags) = (part.Body, BlockFlags.Zstd);
        var folded = new byte[part.Body.Length];
        if (part.IsFolded && part.Starts() is { } starts && BodyFolder.TryFold(part.Body, starts.Length, folded, out var length))
        {
            content = part.Folded is null ? folded[..length] : part.Folded(folded[..length]);
            flags |= BlockFlags.Folded;
        }

        if (part.UsesDictionary)
            flags |= BlockFlags.Dictionary;
        var frame = new byte[content.Length + 1024];
        Assert.True((part.UsesDictionary ? ContentKey.None.Compression : Zstd.Plain).TryCompress(content, frame, out var size));
        return (frame[..size], flags);
    }

    private void Index(Part part, int length)
    {
        if (part.Type != BlockType.Events)
        {
            builder.Add(length);
        }
        else if (part.Starts() is { } starts)
        {
            builder.Add(length, part.Body, starts);
            for (var index = 0; index < starts.Length && events is not null; index++)
                events.Add(part.Body[EventBody.EventAt(starts, index, part.Body.Length)]);
        }
        else
        {
            builder.AddUnread(length, Math.Clamp(part.Events, 0, 1 << 20));
            events = null;
        }

        if (part.Header is not null || part.Stored is not null || part.Folded is not null)
            events = null;
    }
}
