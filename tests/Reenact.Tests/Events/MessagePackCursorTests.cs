using CsCheck;
using MessagePack;
using Reenact.Events;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Events;

public class MessagePackCursorTests
{
    [Fact]
    public void Any_bytes_are_read_without_exceptions_and_within_their_bounds() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var cursor = new MessagePackCursor(bytes);
        while (!cursor.AtEnd && cursor.TryStep(out _))
            Assert.InRange(cursor.Position, 1, bytes.Length);

        var start = cursor.Position;
        Assert.True(cursor.AtEnd || !cursor.TrySkip(64));
        Assert.Equal(start, cursor.Position);
    }, iter: 20_000);

    [Fact]
    public void It_skips_what_the_reference_implementation_skips() => Gen.Int.Sample(seed =>
    {
        var bytes = RandomEvents.Value(seed);
        var reader = new MessagePackReader(bytes);
        reader.Skip();
        var cursor = new MessagePackCursor(bytes);

        Assert.True(cursor.TrySkip(64));
        Assert.Equal(reader.Consumed, cursor.Position);
    }, iter: 500);

    [Fact]
    public void It_reads_the_integers_that_the_reference_implementation_writes() =>
        Gen.OneOf(Gen.Long, Gen.Int.Select(i => (long)i), Gen.Int[-200, 70_000].Select(i => (long)i)).Sample(number =>
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            var writer = new MessagePackWriter(buffer);
            writer.Write(number);
            writer.Flush();

            var cursor = new MessagePackCursor(buffer.WrittenSpan);
            Assert.True(cursor.TryReadInt64(out var read));
            Assert.Equal(number, read);

            cursor = new MessagePackCursor(buffer.WrittenSpan);
            Assert.Equal(number >= 0, cursor.TryReadUInt64(out var unsigned));
            Assert.Equal(number < 0 ? 0 : (ulong)number, unsigned);
            Assert.Equal(number < 0 ? 0 : buffer.WrittenCount, cursor.Position);
        });

    [Fact]
    public void The_largest_unsigned_integer_is_no_signed_one()
    {
        byte[] bytes = [0xCF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        var cursor = new MessagePackCursor(bytes);

        Assert.False(cursor.TryReadInt64(out _));
        Assert.True(cursor.TryReadUInt64(out var value));
        Assert.Equal(ulong.MaxValue, value);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_is_limited(int levels, bool allowed)
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0x91, levels), 0xC0];
        var cursor = new MessagePackCursor(bytes);

        Assert.Equal(allowed, cursor.TrySkip(64));
    }

    [Fact]
    public void Counts_beyond_the_bytes_that_are_left_are_refused()
    {
        Assert.False(Cursor([0xDD, 0x7F, 0xFF, 0xFF, 0xFF, 0xC0]).TryReadArrayHeader(out _));
        Assert.False(Cursor([0xDF, 0x00, 0x00, 0x00, 0x01, 0xC0]).TryReadMapHeader(out _));
        Assert.False(Cursor([0xC6, 0xFF, 0xFF, 0xFF, 0xFF, 0xC0]).TryReadBinary(out _));
        Assert.False(Cursor([0xDB, 0x00, 0x00, 0x00, 0x02, 0xC0]).TryReadText(out _));
        Assert.False(Cursor([0xC9, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]).TryReadExtension(out _, out _));
    }

    private static MessagePackCursor Cursor(byte[] bytes) => new(bytes);
}
