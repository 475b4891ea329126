using System.Text;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Durabilities;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Integrity;

public sealed class RecordingProofTests : IDisposable
{
    private readonly RecordingSigner signer = RecordingSigner.Generate("example.com/recordings");

    public void Dispose() => signer.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_event_is_proved_by_text_alone(bool withBlock)
    {
        using var recording = Open(Sample());
        for (var sequence = 0L; sequence < recording.EventCount; sequence++)
        {
            var proof = Parse(recording.ProveEvent(sequence, withBlock: withBlock).ToString());

            var block = proof.Block!;
            Assert.InRange(sequence, block.FirstEvent, block.FirstEvent + block.EventCount - 1);
            Assert.True(proof.Verify(block.LeafHash.Span));
            Assert.Equal(SignatureStatus.Valid, proof.Checkpoint.Check(signer.VerifierKey).Status);
            Assert.Equal(recording.ReadTree().Root.ToArray(), proof.Checkpoint.Root.ToArray());
            Assert.Equal(withBlock, block.Body is not null);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_bit_of_the_block_can_be_another(bool withBlock)
    {
        using var recording = Open(Sample());
        var proof = recording.ProveEvent(0, withBlock: withBlock);
        for (var place = 0; place < proof.Extra.Length; place++)
        {
            var extra = proof.Extra.ToArray();
            extra[place] ^= 0x10;
            var changed = Parse(new TlogProof(proof.Inclusion, proof.Checkpoint, extra).ToString());
            Assert.False(changed.Block is { } block && changed.Verify(block.LeafHash.Span), $"byte {place}");
        }
    }

    [Fact]
    public void An_event_is_proved_under_a_checkpoint_that_was_kept()
    {
        var builder = new RecordingBuilder().Started().Note("one").Block();
        var kept = builder.Writer.Checkpoint;
        using var recording = Open(builder.Note("two").Block().Seal(signer).Bytes);

        var proof = recording.ProveEvent(1, kept);

        Assert.Equal(kept.Text, proof.Checkpoint.Text);
        Assert.True(proof.Verify(proof.Block!.LeafHash.Span));
        Assert.Contains("before the event", Assert.Throws<ArgumentException>(() => recording.ProveEvent(2, kept)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => recording.ProveEvent(99));
    }

    [Fact]
    public async Task What_is_in_the_tail_is_verified_and_in_no_proof_yet()
    {
        await using var live = new LiveSession();
        live.Session.Note("in a block");
        await live.Session.FlushAsync();
        live.Session.Note("in the tail");

        using var recording = Reenact.Recording.Open(live.Path);
        var last = recording.EventCount - 1;
        var kept = new Checkpoint(recording.SessionId, recording.ReadTree().Size, recording.ReadTree().Root.ToArray());

        Assert.Contains("tail", Assert.Throws<ArgumentException>(() => recording.ProveEvent(last)).Message, StringComparison.Ordinal);
        var proof = recording.ProveEvent(last - 1, kept);
        Assert.True(proof.Verify(proof.Block!.LeafHash.Span));
        foreach (var storedBytesOnly in new[] { false, true })
        {
            var verification = recording.Verify(new VerificationOptions { Checkpoints = [kept], StoredBytesOnly = storedBytesOnly });
            Assert.Equal((kept.Size, last + 1, 1), (verification.Leaves, verification.Events, verification.EventsInTail));
            Assert.Equal(CheckpointStatus.Grown, Assert.Single(verification.Kept).Status);
            Assert.DoesNotContain(verification.Findings, finding => finding.Severity == FindingSeverity.Error);
        }
    }

    [Fact]
    public void Growth_is_proved_by_text_alone()
    {
        var builder = new RecordingBuilder().Started();
        var kept = new List<Checkpoint>();
        for (var block = 0; block < 6; block++)
            kept.Add(builder.Note($"block {block}").Block().Writer.Checkpoint);
        using var recording = Open(builder.Seal(signer).Bytes);

        foreach (var older in kept)
        {
            Assert.True(GrowthProof.TryParse(Encoding.UTF8.GetBytes(recording.ProveGrowth(older).ToString()), out var proof, out _));
            Assert.True(proof.Verify(older));
            Assert.Equal(SignatureStatus.Valid, proof.Checkpoint.Check(signer.VerifierKey).Status);
            Assert.All(kept.Where(other => other != older), other => Assert.False(proof.Verify(other)));
        }
    }

    [Fact]
    public void Every_recording_grew_from_the_empty_one()
    {
        using var recording = Open(Sample());
        var empty = new Checkpoint(recording.SessionId, 0, MerkleTree.OfLeaves([]).Root.ToArray());

        Assert.True(GrowthProof.TryParse(Encoding.UTF8.GetBytes(recording.ProveGrowth(empty).ToString()), out var proof, out _));
        Assert.True(proof.Verify(empty));
        Assert.False(proof.Verify(new Checkpoint(recording.SessionId, 0, new byte[32])));
    }

    [Fact]
    public void Nothing_is_proved_of_another_recording_a_cut_one_or_a_rewritten_one()
    {
        var session = Guid.CreateVersion7();
        var whole = new RecordingBuilder(sessionId: session).Started().Note("one").Block().Note("two").Block();
        using var cut = Open(new RecordingBuilder(sessionId: session).Started().Note("one").Block().Seal(signer).Bytes);
        using var other = Open(Sample());

        Assert.Contains("cut off", Assert.Throws<ArgumentException>(() => cut.ProveGrowth(whole.Writer.Checkpoint)).Message, StringComparison.Ordinal);
        Assert.Contains("is of", Assert.Throws<ArgumentException>(() => other.ProveGrowth(whole.Writer.Checkpoint)).Message, StringComparison.Ordinal);
        Assert.Contains("rewritten", Assert.Throws<ArgumentException>(() => cut.ProveGrowth(new Checkpoint(session, 1, new byte[32]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_proved_with_a_damaged_recording()
    {
        var bytes = Sample();
        bytes[RecordingLayout.Open(new MemoryBlockStore(bytes)).Index.Blocks[1].Address.Offset + 50] ^= 1;
        using var recording = Recording.Open(new MemoryBlockStore(bytes), OnDamage.Skip);

        Assert.Equal(RecordingErrorKind.Damaged, Assert.Throws<RecordingException>(() => recording.ProveEvent(0)).Kind);
    }

    // The example of c2sp.org/tlog-proof, with a checkpoint that is whole, and the kinds of errors of transparency-dev/merkle, proof/tlog_proof_test.go.
    [Fact]
    public void A_proof_of_another_log_is_read_and_written()
    {
        const string text =
            "c2sp.org/tlog-proof@v1\nextra YWdl\nindex 73894\ngSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n\n" +
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
            "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

        var proof = Parse(text);

        Assert.Equal(text, proof.ToString());
        Assert.Equal(73894, proof.Inclusion.Index);
        Assert.Null(proof.Block);
    }

    [Theory]
    [InlineData("wrong-header\nindex 0\n\n", "first line")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\n", "extra")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n\n", "index")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex notanumber\n\n", "index")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -5\n\n", "index")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 05\n\n", "index")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\n", "hash")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n", "hash")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n", "checkpoint")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\nnothing\n\n", "checkpoint")]
    public void Text_that_is_no_proof_is_refused(string text, string because)
    {
        Assert.False(TlogProof.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Contains(because, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new 1\n\n", "first line")]
    [InlineData("old x\n\n", "first line")]
    [InlineData("old 1\nAAAA\n\n", "hash")]
    [InlineData("old 1\n", "checkpoint")]
    public void Text_that_is_no_proof_of_growth_is_refused(string text, string because)
    {
        Assert.False(GrowthProof.TryParse(Encoding.UTF8.GetBytes(text), out _, out var problem));
        Assert.Contains(because, problem, StringComparison.Ordinal);
    }

    private static TlogProof Parse(string text)
    {
        Assert.True(TlogProof.TryParse(Encoding.UTF8.GetBytes(text), out var proof, out var problem), problem);
        return proof;
    }

    private static Recording Open(byte[] bytes) => Recording.Open(new MemoryBlockStore(bytes));

    private byte[] Sample() => RecordingBuilder.Sample().Block().Note("last").Seal(signer).Bytes;
}
