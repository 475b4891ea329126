using System.Buffers;
using System.Reflection;
using MessagePack;
using Reenact.Values;

namespace Reenact.Generators.Tests.Running;

/// <summary>An emitted codec, called with values whose type the tests don't know.</summary>
internal sealed class EmittedCodec(Type value, Type codec)
{
    private readonly Blobs blobs = new();

    public byte[] Write(object? instance) => (byte[])Invoke(nameof(WriteAs), instance)!;

    public object? Read(byte[] bytes) => Invoke(nameof(ReadAs), bytes);

    /// <summary>Writes a value, reads it, and writes what was read; all three steps must agree.</summary>
    public object? RoundTrip(object? instance)
    {
        var written = Write(instance);
        var read = Read(written);
        Assert.Equal(written, Write(read));
        return read;
    }

    private object? Invoke(string method, object? argument)
    {
        try
        {
            return GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!
                .MakeGenericMethod(value, codec)
                .Invoke(this, [argument]);
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }

    private byte[] WriteAs<T, TCodec>(T instance)
        where TCodec : IValueCodec<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        TCodec.Write(ref writer, instance, new ValueWriteContext(blobs));
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private T ReadAs<T, TCodec>(byte[] bytes)
        where TCodec : IValueCodec<T>
    {
        var reader = new MessagePackReader(bytes);
        var read = TCodec.Read(ref reader, new ValueReadContext(blobs));
        Assert.True(reader.End, "The codec read less than it wrote.");
        return read;
    }

    private sealed class Blobs : IBlobSink, IBlobSource
    {
        private readonly List<byte[]> contents = [];

        public uint Store(ReadOnlySpan<byte> content)
        {
            var bytes = content.ToArray();
            var found = contents.FindIndex(each => each.AsSpan().SequenceEqual(bytes));
            if (found < 0)
            {
                contents.Add(bytes);
                found = contents.Count - 1;
            }

            return (uint)found + 1;
        }

        public ReadOnlyMemory<byte> Get(uint id) => contents[(int)id - 1];
    }
}
