using System.Buffers;
using MessagePack;

namespace Reenact.Values;

/// <summary>Byte strings in recordings: inline when they are short, else in blobs.</summary>
internal static class ValueBytes
{
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> value, ValueWriteContext context)
    {
        if (value.Length < ValueLimits.BlobThreshold)
            writer.Write(value);
        else
            BlobReference.Store(ref writer, ValueExtensionType.BytesInBlob, value, context);
    }

    public static byte[]? Read(ref MessagePackReader reader, ValueReadContext context)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return null;

            case MessagePackType.Binary:
                return reader.ReadBytes()!.Value.ToArray();

            case MessagePackType.Extension:
                var extension = reader.ReadExtensionFormat();
                if (extension.TypeCode == ValueExtensionType.BytesInBlob)
                    return BlobReference.Load(extension.Data, context).ToArray();

                throw UnexpectedValue.Error(extension.TypeCode, "bytes");

            default:
                throw UnexpectedValue.Error(ref reader, "bytes");
        }
    }
}
