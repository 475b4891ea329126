using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Format;

namespace Reenact.FuzzTests;

/// <summary>
/// A recording as its blocks, decrypted and decompressed, which are changed and put together again with checksums, hashes and seal that fit: what
/// somebody can write who means harm and knows the format.
/// </summary>
internal sealed class TakenApart
{
    private readonly Guid sessionId;
    private readonly bool isEncrypted;
    private readonly bool isSealed;

    private TakenApart(Guid sessionId, bool isEncrypted, bool isSealed, List<Part> parts)
    {
        this.sessionId = sessionId;
        this.isEncrypted = isEncrypted;
        this.isSealed = isSealed;
        Parts = parts;
    }

    /// <summary>The blocks of events, and others that come between them; the epoch block and the seal are made anew.</summary>
    public List<Part> Parts { get; }

    /// <summary>Changes the cache of the seal, before it is compressed and encrypted.</summary>
    public Func<byte[], byte[]>? Cache { get; set; }

    /// <summary>Changes the body of the seal.</summary>
    public Func<byte[], byte[]>? SealBody { get; set; }

    /// <summary>The signature lines of the seal.</summary>
    public string Signatures { get; set; } = "";

    /// <summary>Takes a recording apart that is whole.</summary>
    public static TakenApart Of(CorpusFile file)
    {
        using var key = new ContentKey(CorpusFile.Key());
        var layout = RecordingLayout.Open(new MemoryBlockStore(file.Bytes), _ => key);
        var parts = new List<Part>();
        Epoch? epoch = null;
        foreach (var block in layout.Index.Blocks)
        {
            var stored = StoredBlock.Read(layout.Store, block.Address, layout.SessionBytes);
            if (stored.Header.Type == BlockType.Epoch)
                epoch = Epoch.Decode(stored.Body);
            if (stored.Header.Type != BlockType.Events)
                continue;
            if (layout.Key.IsEncrypted)
                stored = stored.Decrypt(key, layout.SessionBytes, epoch);
            var events = EventBlock.Decode(stored, layout.Key.Compression, out _)!;
            parts.Add(new Part(BlockType.Events, events.Body.ToArray(), events.Starts.Length) 
            {
                IsCompressed = stored.Header.Flags.HasFlag(BlockFlags.Zstd),
                IsFolded = stored.Header.Flags.HasFlag(BlockFlags.Folded),
                UsesDictionary = stored.Header.Flags.HasFlag(BlockFlags.Dictionary),
            });
        }

        return new TakenApart(layout.SessionId, layout.Key.IsEncrypted, layout.Seal is not null, parts)
        {
            Signatures = layout.Seal?.Signatures ?? "",
        };
    }

    /// <summary>Puts it together.</summary>
    /// <param name="events">What its events are, one after the other; null when a block is no such thing.</param>
    public byte[] Build(out IReadOnlyList<byte[]>? events)
    {
        using var key = new ContentKey(CorpusFile.Key());
        var preamble = new Preamble(sessionId, isEncrypted ? CorpusFile.KeyId : Guid.Empty).Encode();
        var epoch = Epoch.Begin(preamble, RecordingBuilder.Start);
        var blocks = new BlockForge(preamble, sessionId, isEncrypted ? key : null);
        if (isEncrypted)
        {
            using var cipher = key.Derive(blocks.SessionBytes, epoch.Salt);
            epoch = epoch with { Commitment = cipher.Commitment.ToArray() };
        }

        blocks.Add(new Part(BlockType.Epoch, epoch.Encode(), 0), epoch.Salt);
        foreach (var part in Parts)
            blocks.Add(part, epoch.Salt);
        events = blocks.Events;
        if (isSealed)
            blocks.Seal(Signatures, Cache, SealBody);
        return blocks.ToArray();
    }
}
