using System.Text;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Integrity;

/// <summary>What a kept checkpoint tells of a recording that somebody had in his hands meanwhile, seal and all.</summary>
public sealed class GrowthTests : IDisposable
{
    private static readonly Guid Session = Guid.CreateVersion7();

    private readonly RecordingSigner signer = RecordingSigner.Generate("example.com/recordings");

    public void Dispose() => signer.Dispose();

    [Fact]
    public void A_recording_that_grew_from_its_checkpoints_passes()
    {
        var (bytes, kept) = Recorded(4);

        var verification = Verify(bytes, kept);

        Assert.True(verification.IsIntact);
        Assert.Empty(verification.Findings);
        Assert.All(verification.Kept, one => Assert.Equal(CheckpointStatus.Grown, one.Status));
    }

    [Fact]
    public void An_end_that_was_cut_off_and_sealed_again_is_found()
    {
        var (_, kept) = Recorded(4);
        var (cut, _) = Recorded(2);

        AssertFound(CheckpointStatus.Cut, "cut off", Verify(cut, [kept[^1]]));
    }

    [Fact]
    public void Events_that_were_rewritten_and_sealed_again_are_found()
    {
        var (_, kept) = Recorded(4);
        var (rewritten, _) = Recorded(4, rewrite: 3);

        AssertFound(CheckpointStatus.Rewritten, "rewritten", Verify(rewritten, kept));
    }

    [Fact]
    public void Checkpoints_tell_from_where_on_a_recording_was_rewritten()
    {
        var (bytes, kept) = Recorded(4);
        var layout = RecordingLayout.Open(new MemoryBlockStore(bytes));
        var block = bytes.AsSpan((int)layout.Index.Blocks[3].Address.Offset, layout.Index.Blocks[3].Address.Length);
        block[block.IndexOf("block 3"u8)] = (byte)'c';
        BlockHeader.Read(block).Write(block, layout.SessionBytes);
        var end = (int)layout.Index.Next.Offset; // Without the seal, so that only the checkpoints can tell.

        var verification = Verify(bytes[..end], kept);

        AssertFound(CheckpointStatus.Rewritten, "blocks 3 to 3", verification);
        AssertFound(CheckpointStatus.Rewritten, "those before are as they were", verification);
        Assert.Equal([CheckpointStatus.Grown, CheckpointStatus.Grown, CheckpointStatus.Rewritten, CheckpointStatus.Rewritten], verification.Kept.Select(one => one.Status));
    }

    [Fact]
    public void Another_recording_in_its_place_is_found()
    {
        var (_, kept) = Recorded(2);
        var other = RecordingBuilder.Sample().Seal(signer).Bytes;

        AssertFound(CheckpointStatus.OtherSession, "another recording", Verify(other, kept));
    }

    [Fact]
    public async Task A_checkpoint_that_was_changed_is_found()
    {
        var (bytes, _) = Recorded(2);
        var genuine = await new Checkpoint(Session, 2, new byte[32]).SignAsync(signer, TestContext.Current.CancellationToken);
        var changed = Checkpoint.Parse(Encoding.UTF8.GetBytes(genuine.ToString().Replace("\n2\n", "\n1\n", StringComparison.Ordinal)));

        AssertFound(CheckpointStatus.WrongSignature, "wrong signature", Verify(bytes, [changed]));
    }

    [Fact]
    public void Damage_before_a_checkpoint_leaves_it_undecided()
    {
        var (bytes, kept) = Recorded(4);
        using (var recording = Recording.Open(new MemoryBlockStore(bytes)))
            bytes[RecordingLayout.Open(new MemoryBlockStore(bytes)).Index.Blocks[2].Address.Offset + 40] ^= 1;

        var verification = Verify(bytes, [kept[^1]]);

        Assert.Equal(CheckpointStatus.Undecided, Assert.Single(verification.Kept).Status);
        Assert.Contains(verification.Findings, finding => finding.Checkpoint is null && finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public void A_torn_end_before_a_checkpoint_is_cut_off()
    {
        var (bytes, kept) = Recorded(4);
        var end = RecordingLayout.Open(new MemoryBlockStore(bytes)).Index.Blocks[3].Address.Offset + 10;

        AssertFound(CheckpointStatus.Cut, "cut off", Verify(bytes[..(int)end], [kept[^1]]));
    }

    [Fact]
    public void An_unsigned_checkpoint_is_a_warning_for_who_expects_a_signature()
    {
        var (bytes, kept) = Recorded(2);
        var unsigned = kept.Select(one => one.With([])).ToArray();

        Assert.DoesNotContain(Verify(bytes, unsigned, withKey: false).Findings, finding => finding.Message.Contains("kept", StringComparison.Ordinal));
        Assert.Equal(FindingSeverity.Warning, Assert.Single(Verify(bytes, unsigned).Findings).Severity);
    }

    [Fact]
    public void Checking_only_what_is_stored_finds_every_change_of_it()
    {
        var (bytes, kept) = Recorded(3);
        var options = new VerificationOptions { TrustedKeys = [signer.VerifierKey], Checkpoints = kept, StoredBytesOnly = true };
        using (var whole = Recording.Open(new MemoryBlockStore(bytes)))
        {
            var verification = whole.Verify(options);
            Assert.True(verification.IsIntact);
            Assert.True(verification.StoredBytesOnly);
            Assert.Equal(whole.EventCount, verification.Events);
            Assert.Equal(whole.Verify().Root.ToArray(), verification.Root.ToArray());
        }

        foreach (var block in RecordingLayout.Open(new MemoryBlockStore(bytes)).Index.Blocks)
        {
            var changed = bytes.ToArray();
            changed[block.Address.Offset + 33] ^= 1;
            using var recording = Recording.Open(new MemoryBlockStore(changed), OnDamage.Skip);
            Assert.False(recording.Verify(options).IsIntact);
        }
    }

    [Fact]
    public void A_log_of_checkpoints_is_read_and_a_torn_last_one_is_left_out()
    {
        var (_, kept) = Recorded(3);
        var text = string.Concat(kept.Select(one => $"{one}\n"));

        Assert.Equal(kept.Select(one => one.ToString()), Read(text).Select(one => one.ToString()));
        Assert.Equal(kept.Count - 1, Read(text[..^20]).Count);
        Assert.Single(Read(kept[0].ToString()));
        Assert.Equal(2, Read(string.Concat(kept.Take(2).Select(one => $"{one.With([])}\n"))).Count);
        Assert.False(CheckpointLog.TryParse("nonsense"u8, out _, out _));
        Assert.False(CheckpointLog.TryParse([], out _, out _));
        Assert.False(CheckpointLog.TryParse(Encoding.UTF8.GetBytes("nonsense\n\n\n" + text), out _, out var problem));
        Assert.Contains("checkpoint 1", problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Checkpoint> Read(string text)
    {
        Assert.True(CheckpointLog.TryParse(Encoding.UTF8.GetBytes(text), out var checkpoints, out _));
        return checkpoints;
    }

    private static void AssertFound(CheckpointStatus status, string part, RecordingVerification verification)
    {
        Assert.False(verification.IsIntact);
        Assert.Contains(verification.Findings, finding => finding.Checkpoint == status && finding.Severity == FindingSeverity.Error && finding.Message.Contains(part, StringComparison.Ordinal));
    }

    private RecordingVerification Verify(byte[] bytes, IReadOnlyList<Checkpoint> kept, bool withKey = true)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes), OnDamage.Skip);
        return recording.Verify(new VerificationOptions { TrustedKeys = withKey ? [signer.VerifierKey] : [], Checkpoints = kept });
    }

    /// <summary>Records blocks, seals them with the key, and keeps a checkpoint after each.</summary>
    private (byte[] Bytes, IReadOnlyList<Checkpoint> Kept) Recorded(int blocks, int? rewrite = null)
    {
        var builder = new RecordingBuilder(sessionId: Session);
        var kept = new List<Checkpoint>();
        for (var block = 1; block <= blocks; block++)
        {
            if (block == 1)
                builder.Started();
            builder.Note(block == rewrite ? "nothing happened" : $"block {block}").Block();
            kept.Add(builder.Writer.Checkpoint.SignAsync(signer).Result);
        }

        return (builder.Seal(signer).Bytes, kept);
    }
}
