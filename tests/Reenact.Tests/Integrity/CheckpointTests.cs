using System.Text;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public class CheckpointTests
{
    private const string Root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private const string Text = "reenact/0199aabb-ccdd-7eee-8fff-001122334455\n7\n" + Root + "\n";

    [Fact]
    public void A_checkpoint_says_origin_size_and_root() =>
        Assert.Equal(Text, new Checkpoint(Guid.Parse("0199aabb-ccdd-7eee-8fff-001122334455"), 7, MerkleHash.Empty()).Text);

    [Fact]
    public async Task A_checkpoint_is_the_same_as_text()
    {
        using var first = RecordingSigner.Generate("example.com/first");
        using var second = RecordingSigner.Generate("example.com/second");
        var checkpoint = new Checkpoint(Guid.CreateVersion7(), 7, MerkleHash.Empty());

        var both = await (await checkpoint.SignAsync(first, TestContext.Current.CancellationToken)).SignAsync(second, TestContext.Current.CancellationToken);
        var read = Parse(both.ToString());

        Assert.Equal(both.ToString(), read.ToString());
        Assert.Equal(checkpoint.SessionId, read.SessionId);
        Assert.Equal(7, read.Size);
        Assert.Equal(checkpoint.Root.ToArray(), read.Root.ToArray());
        Assert.Equal(SignatureStatus.Valid, read.Check(second.VerifierKey).Status);
        Assert.Equal(["example.com/first", "example.com/second"], read.Signatures.Select(signature => signature.KeyName));
    }

    [Fact]
    public void A_checkpoint_without_signatures_says_that_it_has_none()
    {
        var read = Parse(Text + "\n");

        Assert.Empty(read.Signatures);
        Assert.Equal(SignatureStatus.None, read.Check().Status);
        Assert.Equal(Text + "\n", read.ToString());
    }

    // The example of c2sp.org/tlog-checkpoint.
    [Fact]
    public void A_checkpoint_of_another_log_is_read()
    {
        var read = Parse(
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
            "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n");

        Assert.Equal("example.com/behind-the-sofa", read.Origin);
        Assert.Equal(20_852_163, read.Size);
        Assert.Null(read.SessionId);
    }

    [Fact]
    public void Further_lines_are_kept_because_they_are_signed() => Assert.Equal(Text + "extension\n\n", Parse(Text + "extension\n\n").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("origin\n7\n\n")]
    [InlineData("\n7\n" + Root + "\n\n")]
    [InlineData("origin\n07\n" + Root + "\n\n")]
    [InlineData("origin\n-7\n" + Root + "\n\n")]
    [InlineData("origin\n+7\n" + Root + "\n\n")]
    [InlineData("origin\n99999999999999999999\n" + Root + "\n\n")]
    [InlineData("origin\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n\n")]
    [InlineData("origin\n7\n" + Root + " \n\n")]
    [InlineData("origin\n7\n" + Root + "\n\nmore\n\n")]
    [InlineData("origin\r\n7\r\n" + Root + "\r\n\n")]
    [InlineData(Text)]
    public void Text_that_is_no_checkpoint_is_refused(string text) => Assert.Throws<FormatException>(() => Parse(text));

    [Fact]
    public void A_checkpoint_that_is_not_UTF_8_or_too_long_is_refused()
    {
        Assert.Throws<FormatException>(() => Checkpoint.Parse([0xFF, .. Encoding.UTF8.GetBytes(Text + "\n")]));
        Assert.Throws<FormatException>(() => Parse(new string('x', 64 << 10) + Text + "\n"));
    }

    private static Checkpoint Parse(string note) => Checkpoint.Parse(Encoding.UTF8.GetBytes(note));
}
