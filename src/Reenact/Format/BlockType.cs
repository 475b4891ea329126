namespace Reenact.Format;

/// <summary>What a block holds. Blocks of other types are kept and hashed, and otherwise skipped.</summary>
internal enum BlockType : byte
{
    Events = 1,
    Epoch = 2,
    Seal = 3,
}
