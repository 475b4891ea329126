using Reenact.Format;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Format;

public class BlockWriterTests
{
    private static readonly byte[] Note = [0x95, 11, 5, 0, 0xC0, 0xA2, (byte)'h', (byte)'i'];

    [Fact]
    public void A_sealed_recording_of_one_block_has_at_most_450_bytes_beside_it()
    {
        var store = new MemoryBlockStore();
        var writer = BlockWriter.Create(store, Guid.CreateVersion7());
        var before = writer.Length;
        writer.AppendEvents(Note, 0, 1);
        var block = writer.Length - before;
        writer.Seal(null);

        Assert.InRange(store.Length - block, 300, 450);
    }

    [Fact]
    public void A_signed_seal_verifies_with_the_key()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        var checkpoint = new Checkpoint(Guid.CreateVersion7(), 2, MerkleHash.Empty());

        var line = SignedNote.Sign(checkpoint.Text, signer);

        Assert.Equal(SignatureStatus.Valid, SignedNote.Check(checkpoint.Text, line, [signer.VerifierKey]).Status);
        Assert.Equal(SignatureStatus.Invalid, SignedNote.Check(checkpoint.Text + "x", line, [signer.VerifierKey]).Status);
        Assert.Equal(SignatureStatus.UnknownKey, SignedNote.Check(checkpoint.Text, line, []).Status);
    }
}
