namespace Reenact.Format;

/// <summary>How much of each block a scan looks at.</summary>
internal enum ScanDepth
{
    /// <summary>What is stored: checksum, hash, place. Nothing is decompressed.</summary>
    Stored,

    /// <summary>Its events too, as far as index and summary need it.</summary>
    Indexed,

    /// <summary>Each event, and what it refers to.</summary>
    Audited,
}
