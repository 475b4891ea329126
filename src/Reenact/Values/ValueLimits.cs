namespace Reenact.Values;

/// <summary>The caps of the recording format on values.</summary>
internal static class ValueLimits
{
    /// <summary>Text and bytes of this length and more are stored as blobs.</summary>
    public const int BlobThreshold = 256;

    /// <summary>The longest part of a blob, in bytes; longer content has several parts.</summary>
    public const int BlobPart = 1 << 20;

    /// <summary>How much text and bytes in blobs one value may hold, in bytes: a few bytes of references can name a lot.</summary>
    public const int Content = 1 << 28;

    /// <summary>What a part counts as at least, in bytes: finding one takes its time, too.</summary>
    public const int SmallestPart = 64;

    /// <summary>How deep a value may be nested.</summary>
    public const int Depth = 60;

    /// <summary>From how deep on the objects around a value are noted while it is written: to no cost for most values.</summary>
    public const int NotedDepth = 30;

    /// <summary>The longest name of a member, in bytes.</summary>
    public const int Name = 1024;

    /// <summary>How many lists may have grown one from the other, after one that stands there whole.</summary>
    public const int ListChain = 100;

    /// <summary>How long lists may be that grow, in bytes: a list as it stands in its event, with all that it grew from.</summary>
    public const int ListLength = 1 << 24;

    /// <summary>How many elements are made room for before any was read.</summary>
    public const int InitialCount = 1024;
}
