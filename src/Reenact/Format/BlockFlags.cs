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

    /// <summary>What was compressed is the body's folded form, see <see cref="FoldedForm"/>. Only together with <see cref="Zstd"/>.</summary>
    Folded = 4,

    /// <summary>It was compressed with a dictionary: the one that the preamble names, else the format's own. Only together with <see cref="Zstd"/>.</summary>
    Dictionary = 8,

    /// <summary>All that this version knows.</summary>
    Known = Zstd | Encrypted | Folded | Dictionary,
}
