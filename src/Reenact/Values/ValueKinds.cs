using MessagePack;

namespace Reenact.Values;

/// <summary>Tells what the next value is.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(ref MessagePackReader reader) => reader.NextMessagePackType switch
    {
        MessagePackType.Nil => ValueKind.Nil,
        MessagePackType.Boolean => ValueKind.Boolean,
        MessagePackType.Integer => ValueKind.Integer,
        MessagePackType.Float => ValueKind.Float,
        MessagePackType.String => ValueKind.Text,
        MessagePackType.Binary => ValueKind.Bytes,
        MessagePackType.Array => ValueKind.Array,
        MessagePackType.Map => ValueKind.Map,
        MessagePackType.Extension => OfExtension(reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode),
        _ => throw UnexpectedValue.Error(ref reader, "a value"),
    };

    private static ValueKind OfExtension(sbyte type) => type switch
    {
        ValueExtensionType.TextInBlob or ValueExtensionType.InvalidText => ValueKind.Text,
        ValueExtensionType.BytesInBlob => ValueKind.Bytes,
        ValueExtensionType.JsonNumber => ValueKind.JsonNumber,
        _ => ValueKind.Other,
    };
}
