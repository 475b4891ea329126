using Reenact.Format;

namespace Reenact.FuzzTests;

/// <summary>One block of a recording that was taken apart.</summary>
internal sealed class Part(BlockType type, byte[] body, int events)
{
    /// <summary>What it says it is.</summary>
    public BlockType Type { get; set; } = type;

    /// <summary>Its body, decrypted and decompressed.</summary>
    public byte[] Body { get; set; } = body;

    /// <summary>How many events it says it holds.</summary>
    public int Events { get; set; } = events;

    /// <summary>Whether its body is compressed when it is put together.</summary>
    public bool IsCompressed { get; set; }

    /// <summary>Whether it is folded before it is compressed, if it can be.</summary>
    public bool IsFolded { get; set; }

    /// <summary>Whether it is compressed with the format's dictionary.</summary>
    public bool UsesDictionary { get; set; }

    /// <summary>Changes the folded form, before it is compressed.</summary>
    public Func<byte[], byte[]>? Folded { get; set; }

    /// <summary>Changes the body as it is stored, before hash and checksum are made of it.</summary>
    public Func<byte[], byte[]>? Stored { get; set; }

    /// <summary>Changes the header, before hash and checksum are made of it.</summary>
    public Func<BlockHeader, BlockHeader>? Header { get; set; }

    /// <summary>Where its events begin, when it is that many whole events.</summary>
    public int[]? Starts()
    {
        if (Events < 0 || Events > Body.Length / BlockLayout.MinEvent)
            return null;
        var starts = new int[Events];
        return EventBody.FindEvents(Body, starts) is null ? starts : null;
    }
}
