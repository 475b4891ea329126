using System.Security.Cryptography;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Keys;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Reenact.Benchmarks.Sustained;

/// <summary>What a recorder's writer does with blocks of events, each part alone over all of them, and the whole into files.</summary>
internal sealed class WriterWork : IDisposable
{
    private readonly IReadOnlyList<RecordedBlock> blocks;
    private readonly List<byte[]> folded;
    private readonly byte[] room;
    private readonly byte[] nonce = new byte[12];
    private readonly byte[] tag = new byte[16];
    private readonly AesGcm gcm = new(RandomNumberGenerator.GetBytes(32), 16);

    public WriterWork(IReadOnlyList<RecordedBlock> blocks)
    {
        this.blocks = blocks;
        room = new byte[blocks.Max(static block => block.Body.Length) * 2];
        folded = [.. blocks.Select(Folded)];
    }

    public long Events => blocks.Sum(static block => (long)block.Count);

    public long Bytes => blocks.Sum(static block => (long)block.Body.Length);

    /// <summary>Folding, and its check that the same bytes come back.</summary>
    public long Fold() => blocks.Sum(block => (long)Folded(block).Length);

    /// <summary>zstd over the folded bytes, with the format's dictionary.</summary>
    /// <returns>The frames, as one.</returns>
    public List<byte[]> Compress(int level)
    {
        using var compressor = new Compressor(level);
        compressor.SetParameter(ZSTD_cParameter.ZSTD_c_dictIDFlag, 0);
        compressor.LoadDictionary(FormatDictionary.Content);
        return [.. folded.Select(content => room[..compressor.Wrap(content, room)])];
    }

    public static long Sha256(List<byte[]> stored) => stored.Sum(static bytes => bytes.Length + (SHA256.HashData(bytes)[0] & 0));

    public static long Crc32COf(List<byte[]> stored) => stored.Sum(static bytes => bytes.Length + (Crc32C.Of(bytes) & 0));

    public long Encrypt(List<byte[]> stored) => stored.Sum(bytes =>
    {
        nonce[0]++;
        gcm.Encrypt(nonce, bytes, room.AsSpan(0, bytes.Length), tag);
        return (long)bytes.Length;
    });

    /// <summary>The floor: compression of what is folded, hash, checksum, and encryption where it is asked for; nothing else.</summary>
    public long Together(int level, bool encrypts)
    {
        var stored = Compress(level);
        return Sha256(stored) + (0 * Crc32COf(stored)) + (encrypts ? 0 * Encrypt(stored) : 0);
    }

    /// <summary>The writer itself, into a file for each recording.</summary>
    public long Write(string folder, bool encrypts, bool isHurried)
    {
        var stored = 0L;
        foreach (var recording in blocks.GroupBy(static block => block.Recording))
        {
            var path = Path.Combine(folder, $"written-{recording.Key}.reenact");
            using var writer = BlockWriter.Create(FileBlockStore.Create(path, replace: true), Guid.CreateVersion7(), key: encrypts ? SessionKey.Generate() : null);
            foreach (var block in recording)
                writer.AppendEvents(block.Body, block.First, block.Count, isHurried);
            stored += writer.Length;
        }

        return stored;
    }

    public void Dispose() => gcm.Dispose();

    private byte[] Folded(RecordedBlock block) =>
        BodyFolder.TryFold(block.Body.Span, block.Count, room.AsSpan(0, block.Body.Length), out var length) ? room[..length] : block.Body.ToArray();
}
