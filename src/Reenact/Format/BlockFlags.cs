namespace Reenact.Format;

/// <summary>How a block's body is stored.</summary>
[Flags]
internal enum BlockFlags : byte
{
    None = 0,

    /// <summary>The body is one zstd frame that says its content size.</summary>
    Zstd = 1,

    /// <summary>The body is encrypted as a whole, after it was compressed.</summary>
    Encrypted = 2,
}
