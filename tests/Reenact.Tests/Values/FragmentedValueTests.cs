using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Values that lie in memory in pieces, as a codec of one's own may be handed them.</summary>
public sealed class FragmentedValueTests
{
    [Fact]
    public void Values_are_read_from_pieces()
    {
        Same<string, StringCodec>("é字🛫");
        Same<string, StringCodec>("\ud83d");
        Same<string, StringCodec>(new string('x', 300));
        Same<byte[], ByteArrayCodec>([1, 2, 3]);
        Same<Guid, GuidCodec>(Guid.NewGuid());
        Same<decimal, DecimalCodec>(-1.20m);
        Same<DateTime, DateTimeCodec>(DateTime.UtcNow);
        Same<Dictionary<string, int[]>, DictionaryCodec<string, int[], StringCodec, ArrayCodec<int, Int32Codec>>>(new() { ["a"] = [1, 70_000] });
    }

    [Fact]
    public void JSON_is_read_from_pieces()
    {
        const string Json = "{\"a\":[1,0.5,1.0,\"é\",null]}";
        var context = new ValueWriteContext(new MemoryBlobs());
        var bytes = Encoded.Raw((ref MessagePackWriter writer) => JsonValue.Write(ref writer, Encoding.UTF8.GetBytes(Json), context));
        var reader = new MessagePackReader(Pieces(bytes));
        var buffer = new ArrayBufferWriter<byte>();
        JsonValue.Read(ref reader, buffer, new ValueReadContext(new MemoryBlobs()));
        Assert.Equal(Json, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Names_of_members_are_read_from_pieces()
    {
        var reader = new MessagePackReader(Pieces(Encoded.Raw((ref MessagePackWriter writer) => writer.Write("number"))));
        Assert.Equal("number"u8, ValueMembers.ReadName(ref reader));
    }

    private static void Same<T, TCodec>(T value)
        where TCodec : IValueCodec<T>
    {
        var blobs = new MemoryBlobs();
        var reader = new MessagePackReader(Pieces(Encoded.Write<T, TCodec>(value, blobs)));
        Assert.Equal(value, ValueReading.Read<T, TCodec>(ref reader, new ValueReadContext(blobs)));
        Assert.True(reader.End);
    }

    /// <summary>A sequence with a segment for each byte.</summary>
    private static ReadOnlySequence<byte> Pieces(byte[] bytes)
    {
        var first = new Piece(bytes.AsMemory(0, 1), null);
        var last = first;
        for (var index = 1; index < bytes.Length; index++)
            last = new Piece(bytes.AsMemory(index, 1), last);
        return new ReadOnlySequence<byte>(first, 0, last, 1);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? previous)
        {
            Memory = memory;
            if (previous is null)
                return;

            RunningIndex = previous.RunningIndex + 1;
            previous.Next = this;
        }
    }
}
