using CsCheck;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class DimensionalArrayCodecTests
{
    [Fact]
    public void Arrays_of_two_to_four_dimensions_come_back() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4]).Sample((a, b, c, d) =>
        {
            var two = Filled(new int[a, b]);
            Assert.Equal(two, Encoded.RoundTrip<int[,], Array2Codec<int, Int32Codec>>((int[,])two));
            var three = Filled(new int[a, b, c]);
            Assert.Equal(three, Encoded.RoundTrip<int[,,], Array3Codec<int, Int32Codec>>((int[,,])three));
            var four = Filled(new int[a, b, c, d]);
            Assert.Equal(four, Encoded.RoundTrip<int[,,,], Array4Codec<int, Int32Codec>>((int[,,,])four));
        });

    [Fact]
    public void Arrays_without_elements_keep_their_lengths()
    {
        var read = Encoded.RoundTrip<int[,,], Array3Codec<int, Int32Codec>>(new int[2, 0, 3]);
        Assert.Equal((2, 0, 3), (read.GetLength(0), read.GetLength(1), read.GetLength(2)));
        Assert.Null(Encoded.RoundTrip<int[,], Array2Codec<int, Int32Codec>>(null!));
    }

    [Fact]
    public void Elements_can_be_anything()
    {
        string?[,] texts = { { "a", null }, { new string('x', 1000), "" } };
        Assert.Equal(texts, Encoded.RoundTrip<string[,], Array2Codec<string, StringCodec>>(texts!));
        int?[,] numbers = { { 1, null, 3 } };
        Assert.Equal(numbers, Encoded.RoundTrip<int?[,], Array2Codec<int?, NullableCodec<int, Int32Codec>>>(numbers));
        int[,][] jagged = { { [1], [2, 3] }, { [], null! } };
        Assert.Equal(jagged, Encoded.RoundTrip<int[,][], Array2Codec<int[], ArrayCodec<int, Int32Codec>>>(jagged));
        int[][,] grids = [new[,] { { 1, 2 } }, new int[0, 2]];
        Assert.Equal(grids, Encoded.RoundTrip<int[][,], ArrayCodec<int[,], Array2Codec<int, Int32Codec>>>(grids));
        var large = Filled(new int[300, 70]);
        Assert.Equal(large, Encoded.RoundTrip<int[,], Array2Codec<int, Int32Codec>>((int[,])large));
    }

    [Fact]
    public void A_grid_prints_and_compares_as_rows()
    {
        var blobs = new MemoryBlobs();
        var expected = new EncodedValue(Encoded.Write<int[,], Array2Codec<int, Int32Codec>>(new[,] { { 1, 2 }, { 3, 4 } }, blobs), blobs);
        var actual = new EncodedValue(Encoded.Write<int[,], Array2Codec<int, Int32Codec>>(new[,] { { 1, 2 }, { 3, 5 } }, blobs), blobs);
        Assert.Equal("[[1, 2], [3, 4]]", ValuePrinter.Print(expected, 100));
        Assert.Equal("grid[1][1]", Assert.Single(ValueComparer.Compare("grid", expected, actual).Differences).Path);
        Assert.Equal("{Lengths: [0, 3]}", ValuePrinter.Print(new EncodedValue(Encoded.Write<int[,], Array2Codec<int, Int32Codec>>(new int[0, 3], blobs), blobs), 100));
    }

    [Fact]
    public void An_array_that_does_not_start_at_zero_is_refused()
    {
        var array = (int[,])Array.CreateInstance(typeof(int), [2, 2], [0, 1]);
        var error = Assert.Throws<InvalidOperationException>(() => Encoded.Write<int[,], Array2Codec<int, Int32Codec>>(array, new MemoryBlobs()));
        Assert.Contains("starts at 1 in dimension 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[]]")]
    [InlineData("[1]")]
    [InlineData("[[1,2],[3]]")]
    [InlineData("[[1],[2,3]]")]
    [InlineData("{}")]
    [InlineData("""{"Sizes":[0,1]}""")]
    [InlineData("""{"Lengths":[0,1],"More":1}""")]
    [InlineData("""{"Lengths":[0]}""")]
    [InlineData("""{"Lengths":[0,1,1]}""")]
    [InlineData("""{"Lengths":[2,2]}""")]
    [InlineData("""{"Lengths":[0,-1]}""")]
    [InlineData("""{"Lengths":[0,2147483648]}""")]
    [InlineData("1")]
    public void Bytes_that_are_no_grid_are_refused(string json) => Refused<int[,], Array2Codec<int, Int32Codec>>(json);

    [Fact]
    public void Lengths_that_no_array_has_are_refused()
    {
        Refused<int[,,], Array3Codec<int, Int32Codec>>("""{"Lengths":[2147483647,2147483647,0]}""");
        Refused<int[,,,], Array4Codec<int, Int32Codec>>("""{"Lengths":[0,65536,65536,65536]}""");
    }

    [Fact]
    public void Lengths_that_lie_allocate_little()
    {
        // Two billion rows, and one row of two billion.
        foreach (byte[] bytes in new byte[][] { [0xdd, 0x7f, 0xff, 0xff, 0xff, 0x91, 1], [0x91, 0xdd, 0x7f, 0xff, 0xff, 0xff, 1] })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<ValueFormatException>(() => Encoded.Read<long[,], Array2Codec<long, Int64Codec>>(bytes, new MemoryBlobs()));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        }
    }

    private static Array Filled(Array array)
    {
        var next = 0;
        var place = new int[array.Rank];
        Fill(0);
        return array;

        void Fill(int dimension)
        {
            for (place[dimension] = 0; place[dimension] < array.GetLength(dimension); place[dimension]++)
            {
                if (dimension + 1 == place.Length)
                    array.SetValue(next++, place);
                else
                    Fill(dimension + 1);
            }
        }
    }

    private static void Refused<T, TCodec>(string json)
        where TCodec : IValueCodec<T> =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<T, TCodec>(
            MessagePackSerializer.ConvertFromJson(json, cancellationToken: TestContext.Current.CancellationToken), new MemoryBlobs()));
}
