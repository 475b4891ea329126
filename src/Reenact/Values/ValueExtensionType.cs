namespace Reenact.Values;

/// <summary>The MessagePack extension types of the recording format.</summary>
internal static class ValueExtensionType
{
    /// <summary>Text in a blob: the ids of its parts, as MessagePack unsigned integers one after the other.</summary>
    public const sbyte TextInBlob = 1;

    /// <summary>Bytes in a blob: the ids of its parts, as MessagePack unsigned integers one after the other.</summary>
    public const sbyte BytesInBlob = 2;

    /// <summary>Text that is not valid UTF-16: its UTF-16 code units, little-endian.</summary>
    public const sbyte InvalidText = 3;

    /// <summary>A value erased by redaction.</summary>
    public const sbyte Erased = 4;

    /// <summary>A keyed hash in place of a value.</summary>
    public const sbyte KeyedHash = 5;

    /// <summary>A value encrypted for a role.</summary>
    public const sbyte Encrypted = 6;

    /// <summary>A JSON number that neither a 64-bit integer nor a double holds exactly: its JSON text.</summary>
    public const sbyte JsonNumber = 7;

    /// <summary>
    /// A whole MessagePack value in a blob, because it is too large for an event or comes again and again: the ids of its parts, as MessagePack
    /// unsigned integers one after the other. It stands only where an event has the arguments, one of them, a result, a captured or other whole value.
    /// </summary>
    public const sbyte ValueInBlob = 8;

    /// <summary>
    /// A list that grew from one that an earlier call was given, as an argument: the number of the event that starts that call, the place of
    /// its argument from 0, how many elements of that are kept, and the elements that follow them. It stands only where an event has an argument.
    /// </summary>
    public const sbyte GrownList = 9;
}
