using System.Buffers;
using MessagePack;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Encodes and decodes values in tests.</summary>
internal static class Encoded
{
    public delegate void Writing(ref MessagePackWriter writer);

    public static byte[] Write<T, TCodec>(T value, IBlobSink blobs)
        where TCodec : IValueCodec<T>
    {
        var context = new ValueWriteContext(blobs);
        return Raw((ref MessagePackWriter writer) => TCodec.Write(ref writer, value, context));
    }

    public static T Read<T, TCodec>(ReadOnlyMemory<byte> bytes, IBlobSource blobs)
        where TCodec : IValueCodec<T> =>
        ValueReading.Read<T, TCodec>(bytes, new ValueReadContext(blobs));

    /// <summary>Writes a value, reads it, and checks that what was read is written as the same bytes.</summary>
    public static T RoundTrip<T, TCodec>(T value)
        where TCodec : IValueCodec<T>
    {
        var blobs = new MemoryBlobs();
        var bytes = Write<T, TCodec>(value, blobs);
        var read = Read<T, TCodec>(bytes, blobs);
        Assert.Equal(bytes, Write<T, TCodec>(read, blobs));
        return read;
    }

    public static byte[] Raw(Writing writing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writing(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
