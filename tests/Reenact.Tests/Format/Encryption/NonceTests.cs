using CsCheck;
using MessagePack;
using Reenact.Format;
using Xunit;

namespace Reenact.Tests.Format.Encryption;

public class NonceTests
{
    /// <summary>What happens to a recording that is written.</summary>
    private enum Step
    {
        Append,
        FailedWrite,
        FailedSeal,
        Crash,
    }

    [Fact]
    public void No_key_is_ever_used_with_the_same_nonce_over_failures_crashes_cuts_and_rewrites() =>
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 2000]).Array[1, 30].Sample(steps =>
        {
            var store = new SpyStore();
            var writer = Begin(store);
            foreach (var (step, place) in steps)
            {
                if (step is Step.FailedWrite or Step.FailedSeal)
                    store.FailNext();
                try
                {
                    if (step == Step.FailedSeal)
                        writer.Seal();
                    else if (step != Step.Crash)
                        writer.AppendEvents(new byte[] { 0x95, 11, 0, 0, 0xC0, 0xA1, (byte)('a' + (place % 26)) }, writer.NextSequence, 1);
                }
                catch (Exception exception) when (exception is RecordingException or InvalidOperationException)
                {
                    // The writer goes on where it can.
                }

                if (step == Step.Crash)
                {
                    store.Truncate(new BlockAddress(0, place, 0)); // What the disk kept of it; the session is written again under its key.
                    writer = Begin(store);
                }
            }

            store.Works();
            Assert.Equal(store.Nonces.Count, store.Nonces.Distinct().Count());
        }, iter: 300);

    private static BlockWriter Begin(SpyStore store)
    {
        store.Works();
        return BlockWriter.Create(store, EncryptedSample.SessionId, key: EncryptedSample.Key());
    }

    /// <summary>Notes with which key and nonce each block was encrypted that it was given, whether it kept it or not.</summary>
    private sealed class SpyStore : IBlockStore
    {
        private readonly MemoryBlockStore inner = new();
        private byte[] salt = [];
        private bool fails;

        public List<string> Nonces { get; } = [];

        public string Name => "spy";

        public long Length => inner.Length;

        public void FailNext() => fails = true;

        public void Works() => fails = false;

        public void WritePreamble(ReadOnlySpan<byte> preamble) => inner.WritePreamble(preamble);

        public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
        {
            var header = BlockHeader.Read(block);
            var body = block.Slice(BlockLayout.HeaderSize, header.BodyLength).ToArray();
            if (header.Type == BlockType.Epoch)
                salt = Epoch.Decode(body)!.Salt;
            else
                Note(header.Type == BlockType.Seal ? SaltOf(body) : salt, header.Number);

            if (fails)
            {
                fails = false;
                inner.WriteBlock(address, block[..(block.Length / 2)]);
                throw new RecordingException("The disk said no.");
            }

            inner.WriteBlock(address, block);
        }

        public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => inner.WriteTrailer(address, trailer);

        public void Flush(bool durable) => inner.Flush(durable);

        public void Truncate(BlockAddress address) => inner.Truncate(address);

        public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

        public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

        public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

        public void Dispose()
        {
        }

        private void Note(byte[] salt, int number)
        {
            var keys = DerivedKeys.Of(EncryptedSample.KeyBytes, EncryptedSample.SessionId, salt);
            Nonces.Add(Convert.ToHexString(keys.Key) + Convert.ToHexString(keys.Nonce(number)));
        }

        private static byte[] SaltOf(byte[] seal)
        {
            var reader = new MessagePackReader(seal);
            Assert.Equal(7, reader.ReadArrayHeader());
            for (var element = 0; element < 5; element++)
                reader.Skip();
            return [.. reader.ReadBytes()!.Value.FirstSpan];
        }
    }
}
