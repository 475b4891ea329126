using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class ZstdTests
{
    [Fact]
    public void Content_comes_back()
    {
        foreach (var length in new[] { 0, 1, 255, 256, 65_791, 65_792, 3_000_000 })
        {
            var content = Enumerable.Range(0, length).Select(i => (byte)(i % 97)).ToArray();
            var frame = new byte[length + 100];
            Assert.True(Zstd.Plain.TryCompress(content, frame, out var written));

            Assert.True(ZstdFrame.TryReadContentSize(frame.AsSpan(0, written), out var size));
            Assert.Equal((ulong)length, size);
            var again = new byte[length];
            Assert.True(Zstd.Plain.TryDecompress(frame.AsSpan(0, written), again));
            Assert.Equal(content, again);
        }
    }

    [Fact]
    public void A_frame_of_another_length_is_refused()
    {
        var frame = new byte[1000];
        Assert.True(Zstd.Plain.TryCompress(new byte[500], frame, out var written));

        Assert.False(Zstd.Plain.TryDecompress(frame.AsSpan(0, written), new byte[499]));
        Assert.False(Zstd.Plain.TryDecompress(frame.AsSpan(0, written), new byte[501]));
        Assert.False(Zstd.Plain.TryDecompress(frame.AsSpan(0, written - 1), new byte[500]));
    }

    [Theory]
    [InlineData("28B52FFD", "nothing but the magic")]
    [InlineData("28B52FFD005801000000", "no content size")]
    [InlineData("28B52FFD210101010000", "a dictionary")]
    [InlineData("28B52FFDA000000002", "one segment of 32 MiB")]
    [InlineData("28B52FFD807000000001", "a window of 16 MiB")]
    [InlineData("28B52FFE20010100", "another magic")]
    public void Frames_that_ask_for_too_much_are_refused(string frame, string why) =>
        Assert.False(ZstdFrame.TryReadContentSize(Convert.FromHexString(frame), out _), why);

    [Theory]
    [InlineData("28B52FFDA000008000", 8 << 20)]
    [InlineData("28B52FFD806800000001", 16 << 20)]
    public void Frames_at_the_limit_are_allowed(string frame, int size)
    {
        Assert.True(ZstdFrame.TryReadContentSize(Convert.FromHexString(frame), out var read));
        Assert.Equal((ulong)size, read);
    }
}
