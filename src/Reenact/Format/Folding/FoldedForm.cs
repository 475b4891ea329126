namespace Reenact.Format;

/// <summary>
/// A block's events in fewer bytes, before they are compressed: times and spans as differences, values that came before as references, and maps without keys that came
/// before. What is unfolded is the same bytes again.
/// </summary>
internal static class FoldedForm
{
    /// <summary>Stands before a reference: a byte that MessagePack never uses.</summary>
    public const byte Mark = 0xC1;

    /// <summary>A value is remembered from this length on, in bytes; of a shorter one a reference saves nothing that compression doesn't.</summary>
    public const int ShortestValue = 32;

    /// <summary>How many values, and how many lists of keys, are remembered; what comes later is not.</summary>
    public const int MaxRemembered = 65_536;

    /// <summary>A map's keys are remembered up to this many.</summary>
    public const int MaxKeys = 64;

    /// <summary>What the extension of a list that grew holds are values, which are folded as well.</summary>
    public static bool HoldsValues(sbyte extensionType) => extensionType == Values.ValueExtensionType.GrownList;

    /// <summary>The kind of element that begins with a byte.</summary>
    public static FoldedElement KindOf(byte code) => code switch
    {
        Mark => FoldedElement.Reference,
        (>= 0x80 and <= 0x8F) or 0xDE or 0xDF => FoldedElement.Map,
        (>= 0x90 and <= 0x9F) or 0xDC or 0xDD => FoldedElement.Array,
        (>= 0xA0 and <= 0xBF) or (>= 0xD9 and <= 0xDB) or (>= 0xC4 and <= 0xC6) => FoldedElement.Bytes,
        (>= 0xC7 and <= 0xC9) or (>= 0xD4 and <= 0xD8) => FoldedElement.Extension,
        _ => FoldedElement.Scalar,
    };
}
