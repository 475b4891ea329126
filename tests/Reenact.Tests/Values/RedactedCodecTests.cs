using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class RedactedCodecTests
{
    private static readonly byte[] Erased = [0xC7, 0, 4];

    [Theory]
    [InlineData("1234-5678")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_of_a_value_is_written(string? secret)
    {
        var blobs = new MemoryBlobs();

        Assert.Equal(Erased, Encoded.Write<string, RedactedCodec<string, StringCodec, SensitiveMarks.Default>>(secret!, blobs));
        Assert.Equal(Erased, Encoded.Write<string, RedactedCodec<string, StringCodec, SensitiveMarks.Default>>(new string('x', 5000), blobs));
        Assert.Equal(0, blobs.Count);
    }

    [Fact]
    public void Reading_an_erased_value_says_what_happened_to_it()
    {
        var error = Assert.Throws<ValueFormatException>(() => Encoded.Read<int, RedactedCodec<int, Int32Codec, SensitiveMarks.Default>>(Erased, new MemoryBlobs()));

        Assert.Contains("was erased when it was written or redacted; expected ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_older_recording_has_in_clear_is_read() => Assert.Equal(
        "clear",
        Encoded.Read<string, RedactedCodec<string, StringCodec, SensitiveMarks.Default>>(Encoded.Write<string, StringCodec>("clear", new MemoryBlobs()), new MemoryBlobs()));

    [Fact]
    public void An_erased_value_is_printed_as_such() => Assert.Equal("<erased>", ValuePrinter.Print(Value(Erased), 100));

    [Fact]
    public void Erased_values_are_the_same_and_what_stands_beside_them_is_compared()
    {
        var one = Map((ref writer) => writer.WriteRaw(Erased), amount: 1);
        var two = Map((ref writer) => writer.WriteRaw(Erased), amount: 2);

        Assert.True(ValueComparer.Compare("card", one, one).AreEqual);
        Assert.Equal("card.amount", Assert.Single(ValueComparer.Compare("card", one, two).Differences).Path);
    }

    private static EncodedValue Map(Encoded.Writing number, int amount = 1) => Value(Encoded.Raw((ref writer) =>
    {
        writer.WriteMapHeader(2);
        writer.Write("number");
        number(ref writer);
        writer.Write("amount");
        writer.Write(amount);
    }));

    private static EncodedValue Value(byte[] bytes) => new(bytes, new MemoryBlobs());
}
