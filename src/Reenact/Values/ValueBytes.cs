using System.Buffers;
using MessagePack;

namespace Reenact.Values;

/// <summary>Byte strings in recordings.</summary>
internal static class ValueBytes
{
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<byte> value, IBlobSink blobs) => writer.Write(value);

    public static byte[]? Read(ref MessagePackReader reader, IBlobSource blobs) => reader.ReadBytes()?.ToArray();
}
