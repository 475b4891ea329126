namespace Reenact.Values;

/// <summary>The caps of the recording format on values.</summary>
internal static class ValueLimits
{
    /// <summary>Text and bytes of this length and more are stored as blobs.</summary>
    public const int BlobThreshold = 256;

    /// <summary>The longest part of a blob, in bytes; longer content has several parts.</summary>
    public const int BlobPart = 1 << 20;

    /// <summary>How deep a value may be nested.</summary>
    public const int Depth = 60;
}
