using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class Crc32CTests
{
    [Fact]
    public void The_check_value_of_the_algorithm_comes_out() =>
        Assert.Equal(0xE3069283u, Crc32C.Of("123456789"u8));

    [Fact]
    public void Adding_in_parts_is_the_same_as_at_once()
    {
        var bytes = Enumerable.Range(0, 100).Select(i => (byte)(i * 7)).ToArray();
        for (var split = 0; split <= bytes.Length; split++)
        {
            var crc = new Crc32C();
            crc.Add(bytes.AsSpan(0, split));
            crc.Add(bytes.AsSpan(split));
            Assert.Equal(Crc32C.Of(bytes), crc.Value);
        }
    }
}
