namespace Reenact.Values;

/// <summary>What a value is, however it is stored.</summary>
internal enum ValueKind
{
    Nil,
    Boolean,
    Integer,
    Float,
    Text,
    Bytes,
    Array,
    Map,
    JsonNumber,
    Other,
}
