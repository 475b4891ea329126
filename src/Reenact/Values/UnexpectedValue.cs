using MessagePack;

namespace Reenact.Values;

/// <summary>What is said where something else stands than a reader expects.</summary>
internal static class UnexpectedValue
{
    public static ValueFormatException Error(sbyte type, string expected) => new(type switch
    {
        ValueExtensionType.Erased => $"A recorded value was erased when it was written or redacted; expected {expected}.",
        ValueExtensionType.KeyedHash => $"A recorded value was replaced by its keyed hash; expected {expected}.",
        ValueExtensionType.Encrypted => $"A recorded value is encrypted for a role; expected {expected}. Open the recording with that role's key.",
        ValueExtensionType.GrownList => $"A recorded value is a list that grew from one that can't be read; expected {expected}.",
        _ => $"A recorded value is an extension of type {type}; expected {expected}.",
    })
    {
        IsErased = type == ValueExtensionType.Erased,
    };

    public static ValueFormatException Error(ref MessagePackReader reader, string expected) =>
        new($"A recorded value is {Describe(reader.NextMessagePackType)}; expected {expected}.") { IsAhead = true };

    public static string Describe(MessagePackType type) => type switch
    {
        MessagePackType.Integer => "an integer",
        MessagePackType.Nil => "nil",
        MessagePackType.Boolean => "a boolean",
        MessagePackType.Float => "a floating-point number",
        MessagePackType.String => "text",
        MessagePackType.Binary => "bytes",
        MessagePackType.Array => "an array",
        MessagePackType.Map => "a map",
        MessagePackType.Extension => "an extension",
        _ => "not MessagePack",
    };
}
