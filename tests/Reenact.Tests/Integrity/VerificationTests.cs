using System.Text;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Format;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Integrity;

public sealed class VerificationTests : IDisposable
{
    private readonly RecordingSigner signer = RecordingSigner.Generate("example.com/recordings");

    public void Dispose() => signer.Dispose();

    [Fact]
    public void A_signed_recording_is_intact_and_valid()
    {
        var verification = Verify(RecordingBuilder.Sample().Seal(signer).Bytes, signer.VerifierKey);

        Assert.Empty(verification.Findings);
        Assert.True(verification.IsIntact);
        Assert.True(verification.IsSealed);
        Assert.Equal(SignatureStatus.Valid, verification.Signature);
        Assert.Equal("example.com/recordings", verification.SignedBy);
        Assert.Equal(3, verification.Leaves);
    }

    [Fact]
    public void The_checkpoint_is_a_note_that_any_tool_can_check()
    {
        var checkpoint = Verify(RecordingBuilder.Sample().Seal(signer).Bytes).Checkpoint!;

        Assert.Equal(SignatureStatus.Valid, SignedNote.Parse(Encoding.UTF8.GetBytes(checkpoint.ToString())).Check(signer.VerifierKey).Status);
    }

    [Fact]
    public void A_signature_without_its_key_is_a_warning()
    {
        var verification = Verify(RecordingBuilder.Sample().Seal(signer).Bytes);

        Assert.Equal(SignatureStatus.UnknownKey, verification.Signature);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(verification.Findings).Severity);
    }

    [Fact]
    public void An_unsealed_recording_never_passes_as_sealed()
    {
        var verification = Verify(RecordingBuilder.Sample().Block().Bytes, signer.VerifierKey);

        Assert.False(verification.IsSealed);
        Assert.Equal(SignatureStatus.None, verification.Signature);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(verification.Findings).Severity);
    }

    [Fact]
    public void An_unsigned_seal_is_a_warning_for_who_expects_a_signature()
    {
        Assert.Empty(Verify(RecordingBuilder.Sample().Seal().Bytes).Findings);
        Assert.Single(Verify(RecordingBuilder.Sample().Seal().Bytes, signer.VerifierKey).Findings);
    }

    [Fact]
    public void A_forged_recording_under_the_old_signature_is_an_error()
    {
        var genuine = RecordingLayout.Open(new MemoryBlockStore(RecordingBuilder.Sample().Seal(signer).Bytes)).Seal!;
        var forged = new RecordingBuilder().Started().Note("nothing happened").Block();
        var bytes = Reseal(forged, seal => seal with { Signatures = genuine.Signatures });

        var verification = Verify(bytes, signer.VerifierKey);

        Assert.Equal(SignatureStatus.Invalid, verification.Signature);
        Assert.False(verification.IsIntact);
    }

    [Fact]
    public void A_root_that_is_not_that_of_the_blocks_is_an_error()
    {
        var bytes = Reseal(RecordingBuilder.Sample().Block(), seal => seal with { Root = MerkleHash.Empty() });

        Assert.Contains(Verify(bytes).Findings, finding => finding.Severity == FindingSeverity.Error && finding.Message.Contains("hash", StringComparison.Ordinal));
    }

    [Fact]
    public void A_summary_that_is_not_that_of_the_events_is_an_error()
    {
        var bytes = Reseal(RecordingBuilder.Sample().Block(), seal =>
        {
            SealCache.TryDecode(seal.Cache, out var index, out var summary);
            return seal with { Cache = SealCache.Encode(index, summary with { FailedCalls = 0 }) };
        });

        Assert.Contains("summary", Assert.Single(Verify(bytes).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_is_not_that_of_the_blocks_is_an_error()
    {
        var bytes = Reseal(RecordingBuilder.Sample().Block(), seal =>
        {
            SealCache.TryDecode(seal.Cache, out var index, out var summary);
            index.Blobs.TryAdd((uint)index.Blobs.Count + 1, index.NextSequence - 1);
            return seal with { Cache = SealCache.Encode(index, summary) };
        });

        Assert.Contains("index", Assert.Single(Verify(bytes).Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_damaged_block_of_a_sealed_recording_is_named()
    {
        var bytes = RecordingBuilder.Sample().Seal().Bytes;
        var blocks = RecordingLayout.Open(new MemoryBlockStore(bytes)).Index.Blocks;
        bytes[blocks[1].Address.Offset + 50] ^= 1;
        bytes[blocks[2].Address.Offset + 50] ^= 1;

        var places = Verify(bytes).Findings.Select(finding => finding.Offset).ToList();

        Assert.Contains(blocks[1].Address.Offset, places);
        Assert.Contains(blocks[2].Address.Offset, places);
    }

    [Fact]
    public void An_end_without_a_start_is_an_error() => AssertFound("had not started", builder => builder.Returned(7, "?"));

    [Fact]
    public void A_second_end_is_an_error() => AssertFound("a second time", builder => builder.Call(9, builder.Method("m")).Returned(9, "a").Returned(9, "b"));

    [Fact]
    public void A_second_start_is_an_error() => AssertFound("a second time", builder =>
    {
        var method = builder.Method("m");
        builder.Call(9, method).Call(9, method);
    });

    [Fact]
    public void A_parent_that_had_not_started_is_an_error() => AssertFound("had not started", builder => builder.Call(9, 8, builder.Method("m")));

    [Fact]
    public void A_method_that_is_not_defined_is_an_error() => AssertFound("not defined", builder => builder.Call(9, 17));

    [Fact]
    public void A_blob_that_is_not_there_is_an_error() => AssertFound("blob 77", builder =>
        builder.Event(EventKind.Progress, 1, static (ref MessagePack.MessagePackWriter output, ValueWriteContext _) =>
        {
            output.WriteArrayHeader(1);
            output.WriteExtensionFormat(new MessagePack.ExtensionResult(1, new byte[] { 77 }));
        }));

    [Fact]
    public void A_session_that_starts_twice_is_an_error() => AssertFound("a second time", builder => builder.Started());

    [Fact]
    public void A_session_without_a_start_is_an_error() =>
        Assert.Contains(Verify(new RecordingBuilder().Note("x").Seal().Bytes).Findings, finding => finding.Severity == FindingSeverity.Error);

    [Fact]
    public void A_call_whose_arguments_are_in_a_blob_has_started_all_the_same()
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("m", CallKind.Tool, "x");
        var blob = ((IBlobSink)builder).Store([0x91, 0xA1, (byte)'y']);
        builder.Event(EventKind.CallStarted, 3, (ref MessagePack.MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(0);
            output.Write(method);
            output.WriteExtensionFormat(new MessagePack.ExtensionResult(ValueExtensionType.ValueInBlob, new byte[] { (byte)blob }));
        }, span: 1).Returned(1, "done").Ended();

        Assert.Empty(Verify(builder.Seal().Bytes).Findings);
    }

    [Fact]
    public void Findings_of_many_blocks_are_in_order()
    {
        var builder = new RecordingBuilder().Started();
        for (var block = 0; block < 200; block++)
            builder.Note(Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4000))).Returned(1000 + (uint)block, "x").Block();

        var findings = Verify(builder.Seal().Bytes).Findings;

        Assert.Equal(200, findings.Count(finding => finding.Message.Contains("had not started", StringComparison.Ordinal)));
        Assert.Equal(findings.Select(finding => finding.Sequence).Order(), findings.Select(finding => finding.Sequence));
    }

    private static void AssertFound(string part, Action<RecordingBuilder> add)
    {
        var builder = new RecordingBuilder().Started();
        add(builder);

        var verification = Verify(builder.Seal().Bytes);

        Assert.False(verification.IsIntact);
        Assert.Contains(verification.Findings, finding => finding.Severity == FindingSeverity.Error && finding.Message.Contains(part, StringComparison.Ordinal));
    }

    private static RecordingVerification Verify(byte[] bytes, params RecordingVerifierKey[] keys)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes), OnDamage.Skip);
        return recording.Verify(keys);
    }

    /// <summary>Seals as somebody would who can write the file but has no key: with all checksums right.</summary>
    private static byte[] Reseal(RecordingBuilder builder, Func<Seal, Seal> change)
    {
        var open = builder.Bytes;
        builder.Seal();
        var layout = RecordingLayout.Open(builder.Store);
        var body = change(layout.Seal!).Encode();
        var address = layout.Index.Next with { Length = BlockLayout.BlockLength(body.Length) };
        var block = new byte[address.Length];
        body.CopyTo(block, BlockLayout.HeaderSize);
        new BlockHeader(body.Length, BlockType.Seal, BlockFlags.None, address.Number, (ulong)layout.Index.NextSequence, 0, body.Length).Write(block, layout.SessionBytes);
        return [.. open, .. block, .. Trailer.Encode(address, layout.SessionBytes)];
    }
}
