namespace Reenact.Format;

/// <summary>What a block's compression is to save.</summary>
internal enum BlockCompression
{
    /// <summary>Nothing: the body is stored as it is.</summary>
    None,

    /// <summary>Bytes.</summary>
    Small,

    /// <summary>Time, of a writer that is behind.</summary>
    Hurried,
}
