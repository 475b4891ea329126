using System.Runtime.CompilerServices;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format;

public class FormatDictionaryTests
{
    [Fact]
    public void The_dictionary_is_the_one_that_the_format_has_a_file_of() =>
        Assert.True(File.ReadAllBytes(InDocs("format-dictionary.bin")).AsSpan().SequenceEqual(FormatDictionary.Content));

    [Fact]
    public void The_format_s_page_has_its_hash() => Assert.Contains(FormatDictionary.Hash, File.ReadAllText(InDocs("format.md")), StringComparison.Ordinal);

    [Fact]
    public void What_stands_in_it_costs_next_to_nothing()
    {
        var content = "Could you please provide the following details:"u8.ToArray();
        var frame = new byte[100];

        Assert.True(FormatDictionary.Compression.TryCompress(content, frame, out var length));
        Assert.InRange(length, 1, 30);
        var again = new byte[content.Length];
        Assert.True(FormatDictionary.Compression.TryDecompress(frame.AsSpan(0, length), again));
        Assert.Equal(content, again);
        Assert.False(Zstd.Plain.TryDecompress(frame.AsSpan(0, length), again));
    }

    [Theory]
    [InlineData((int)BlockFlags.Folded)]
    [InlineData((int)BlockFlags.Dictionary)]
    public void A_block_that_is_not_compressed_says_nothing_of_how(int flags)
    {
        byte[] body = [0x93, 16, 0, 0];
        var header = new BlockHeader(body.Length, BlockType.Events, (BlockFlags)flags, 1, 0, 1, body.Length);

        Assert.Null(EventBlock.Decode(new StoredBlock(header, new byte[BlockLayout.HeaderSize].Concat(body).ToArray(), BlockFault.None, ""), FormatDictionary.Compression, out var reason));
        Assert.NotEmpty(reason);
    }

    private static string InDocs(string name, [CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", name);
}
