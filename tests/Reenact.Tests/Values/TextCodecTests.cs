using System.Buffers;
using System.Text;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class TextCodecTests
{
    // Letters of one, two, three and four bytes, then halves of surrogate pairs.
    private static readonly string[] Letters = ["a", "é", "字", "🛫", "\0", "\u001b", "\uD83D", "\uDEEB"];

    private static readonly Gen<string> AnyText = TextOf(Letters);

    private static readonly Gen<string> ValidText = TextOf(Letters[..6]);

    [Fact]
    public void Text_comes_back_whatever_it_is() =>
        AnyText.Sample(text => Encoded.RoundTrip<string, StringCodec>(text) == text);

    [Fact]
    public void Bytes_come_back() =>
        Gen.Byte.Array[0, 600].Sample(bytes => Encoded.RoundTrip<byte[], ByteArrayCodec>(bytes).SequenceEqual(bytes));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(255)]
    public void Short_text_is_inline_as_MessagePack_writes_it(int length)
    {
        var blobs = new MemoryBlobs();
        var text = new string('x', length);
        Assert.Equal(Encoded.Raw((ref MessagePackWriter writer) => writer.Write(text)), Encoded.Write<string, StringCodec>(text, blobs));
        Assert.Equal(0, blobs.Count);
    }

    [Fact]
    public void Text_that_is_not_ASCII_is_inline_as_MessagePack_writes_it() =>
        ValidText.Where(text => Encoding.UTF8.GetByteCount(text) < 256).Sample(text =>
            Encoded.Write<string, StringCodec>(text, new MemoryBlobs()).SequenceEqual(Encoded.Raw((ref MessagePackWriter writer) => writer.Write(text))));

    [Theory]
    [InlineData("x", 256)]
    [InlineData("é", 128)]
    [InlineData("字", 86)]
    [InlineData("🛫", 64)]
    public void Text_of_256_bytes_is_a_blob_stored_once(string letter, int times)
    {
        var blobs = new MemoryBlobs();
        var text = string.Concat(Enumerable.Repeat(letter, times));
        var first = Encoded.Write<string, StringCodec>(text, blobs);
        Assert.Equal(first, Encoded.Write<string, StringCodec>(text, blobs));
        Assert.Equal(1, blobs.Count);
        Assert.Equal(Encoding.UTF8.GetBytes(text), blobs.Get(1).ToArray());
        Assert.Equal([0xd4, (byte)ValueExtensionType.TextInBlob, 1], first);
    }

    [Fact]
    public void Null_and_empty_are_two_things()
    {
        Assert.Null(Encoded.RoundTrip<string, StringCodec>(null!));
        Assert.Equal("", Encoded.RoundTrip<string, StringCodec>(""));
        Assert.Null(Encoded.RoundTrip<byte[], ByteArrayCodec>(null!));
        Assert.Equal([], Encoded.RoundTrip<byte[], ByteArrayCodec>([]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Long_text_is_split_the_same_way_from_UTF_16_and_from_UTF_8(int shift)
    {
        // Four-byte letters, so that a part can't end at its limit unless the shift is right.
        var text = new string('x', shift) + string.Concat(Enumerable.Repeat("🛫", ValueLimits.BlobPart / 2)) + "end";
        var blobs = new MemoryBlobs();
        var bytes = Encoded.Write<string, StringCodec>(text, blobs);
        Assert.True(blobs.Count >= 2);
        Assert.Equal(text, Encoded.Read<string, StringCodec>(bytes, blobs));
        Assert.Equal(text, Encoded.RoundTrip<string, StringCodec>(text));

        var context = new ValueWriteContext(blobs);
        var utf8 = Encoding.UTF8.GetBytes(text);
        Assert.Equal(bytes, Encoded.Raw((ref MessagePackWriter writer) => ValueText.WriteUtf8(ref writer, utf8, context)));
    }

    [Fact]
    public void Long_text_with_a_lone_surrogate_stores_nothing()
    {
        var text = new string('x', ValueLimits.BlobPart) + "\uD83D";
        var blobs = new MemoryBlobs();
        Assert.Equal(text, Encoded.Read<string, StringCodec>(Encoded.Write<string, StringCodec>(text, blobs), blobs));
        Assert.Equal(0, blobs.Count);
    }

    [Fact]
    public void Long_bytes_are_split_and_joined()
    {
        var bytes = new byte[(ValueLimits.BlobPart * 2) + 3];
        new Random(7).NextBytes(bytes);
        var blobs = new MemoryBlobs();
        Assert.Equal(bytes, Encoded.Read<byte[], ByteArrayCodec>(Encoded.Write<byte[], ByteArrayCodec>(bytes, blobs), blobs));
        Assert.Equal(3, blobs.Count);
    }

    [Theory]
    [InlineData("x", 50)]
    [InlineData("é", 50)]
    [InlineData("x", 5000)]
    public void Text_is_written_without_garbage(string letter, int times)
    {
        var text = string.Concat(Enumerable.Repeat(letter, times));
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        var context = new ValueWriteContext(new OneBlob());
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Write()
        {
            buffer.ResetWrittenCount();
            var writer = new MessagePackWriter(buffer);
            for (var i = 0; i < 100; i++)
                context.WriteText(ref writer, text);
            writer.Flush();
        }
    }

    [Fact]
    public void A_blob_that_is_missing_is_reported() =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<string, StringCodec>(new byte[] { 0xd4, (byte)ValueExtensionType.TextInBlob, 9 }, new MemoryBlobs()));

    [Fact]
    public void A_reference_without_parts_is_refused() =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<string, StringCodec>(new byte[] { 0xc7, 0, (byte)ValueExtensionType.TextInBlob }, new MemoryBlobs()));

    [Fact]
    public void UTF_8_that_is_not_valid_is_refused() =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<string, StringCodec>(new byte[] { 0xa2, 0xc3, 0x28 }, new MemoryBlobs()));

    [Fact]
    public void A_value_that_refers_to_more_content_than_allowed_is_refused()
    {
        // 2 KiB that name 2 GiB.
        var blobs = new MemoryBlobs();
        blobs.Store(new byte[ValueLimits.BlobPart]);
        var ids = new byte[2048];
        Array.Fill(ids, (byte)1);
        var one = Encoded.Raw((ref MessagePackWriter writer) => writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.BytesInBlob, ids)));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<byte[], ByteArrayCodec>(one, blobs));

        var many = Encoded.Raw((ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(300);
            for (var i = 0; i < 300; i++)
                writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.BytesInBlob, new byte[] { 1 }));
        });
        Assert.Throws<ValueFormatException>(() => Encoded.Read<byte[][], ArrayCodec<byte[], ByteArrayCodec>>(many, blobs));
    }

    [Fact]
    public void What_was_erased_says_so()
    {
        var erased = Encoded.Raw((ref MessagePackWriter writer) => writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.Erased, Array.Empty<byte>())));
        var exception = Assert.Throws<ValueFormatException>(() => Encoded.Read<string, StringCodec>(erased, new MemoryBlobs()));
        Assert.Contains("erased when it was written or redacted", exception.Message, StringComparison.Ordinal);
    }

    private static Gen<string> TextOf(string[] letters) =>
        Gen.Int[0, letters.Length - 1].Select(index => letters[index]).Array[0, 400].Select(string.Concat);

    private sealed class OneBlob : IBlobSink
    {
        public uint Store(ReadOnlySpan<byte> content) => 1;
    }
}
