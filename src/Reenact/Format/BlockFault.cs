namespace Reenact.Format;

/// <summary>Why the bytes at a block's place are no block.</summary>
internal enum BlockFault
{
    None = 0,

    /// <summary>The recording ends here.</summary>
    Absent,

    /// <summary>The recording ends within the block, as after a crash.</summary>
    Torn,

    /// <summary>The bytes are not what was written.</summary>
    Damaged,

    /// <summary>The block is stored in a way this reader doesn't know.</summary>
    NeedsNewerReader,

    /// <summary>The block is encrypted, and is not what was encrypted with this key for this place.</summary>
    NotAuthentic,

    /// <summary>The block is encrypted in a recording that is not, or not encrypted in one that is.</summary>
    WrongEncryption,
}
