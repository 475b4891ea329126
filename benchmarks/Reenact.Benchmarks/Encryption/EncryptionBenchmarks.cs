using System.Buffers;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MessagePack;
using Reenact.Format;
using Reenact.Keys;

namespace Reenact.Benchmarks.Encryption;

/// <summary>
/// One block of events, written in the clear and encrypted, by the writer that recorders use, into memory; and what it is made of: compression alone, and AES-GCM alone over the bytes
/// that are encrypted, which is the floor of what encryption can cost.
/// </summary>
[MemoryDiagnoser]
public class EncryptionBenchmarks
{
    private const int Events = 400;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] nonce = new byte[12];
    private readonly byte[] tag = new byte[16];
    private readonly byte[] associated = new byte[40];
    private byte[] body = [];
    private byte[] frame = [];
    private byte[] compressed = [];
    private AesGcm gcm = null!;
    private byte[] encrypted = [];
    private MemoryBlockStore stored = null!;
    private RecordingOpenOptions opening = null!;

    [GlobalSetup]
    public void Setup()
    {
        body = Notes();
        frame = new byte[body.Length];
        Zstd.Plain.TryCompress(body, frame, out var length);
        compressed = frame[..length];
        encrypted = new byte[length];
        gcm = new AesGcm(key, 16);
        var store = new MemoryBlockStore();
        var session = SessionKey.Generate();
        opening = new RecordingOpenOptions { KeyStore = new OneKey(session.Id, session.Bytes.ToArray()) };
        using (var writer = BlockWriter.Create(store, Guid.CreateVersion7(), key: session))
        {
            writer.AppendEvents(body, 0, Events);
            writer.Seal();
        }

        stored = new MemoryBlockStore(store.ToArray());
        Console.WriteLine($"// {body.Length:N0} bytes of events, {length:N0} compressed");
    }

    [GlobalCleanup]
    public void CleanUp() => gcm.Dispose();

    [Benchmark(Baseline = true)]
    public void AesGcmAlone()
    {
        nonce[0]++;
        gcm.Encrypt(nonce, compressed, encrypted, tag, associated);
    }

    [Benchmark]
    public bool ZstdAlone() => Zstd.Plain.TryCompress(body, frame, out _);

    [Benchmark]
    public void InTheClear() => Write(null);

    [Benchmark]
    public void Encrypted() => Write(SessionKey.Generate());

    [Benchmark]
    public long OpenAndReadEncrypted()
    {
        using var recording = Recording.Open(new MemoryBlockStore(stored.ToArray()), opening);
        return recording.ReadEvent(0)!.Sequence;
    }

    private void Write(SessionKey? with)
    {
        using var writer = BlockWriter.Create(new MemoryBlockStore(), Guid.CreateVersion7(), key: with);
        writer.AppendEvents(body, 0, Events);
    }

    /// <summary>Text as an agent writes it: words of a small vocabulary, most of them often.</summary>
    private static byte[] Notes()
    {
        var random = new Random(17);
        var words = Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26))))).ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        for (var number = 0; number < Events; number++)
        {
            writer.WriteArrayHeader(5);
            writer.Write(11);
            writer.Write(number * 1000);
            writer.Write(0);
            writer.WriteNil();
            writer.Write(string.Join(' ', Enumerable.Range(0, 200).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))])));
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private sealed class OneKey(Guid id, byte[] key) : IKeyStore
    {
        public ValueTask<SessionKey> CreateAsync(string tenant, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<SessionKey> FindAsync(Guid keyId, CancellationToken cancellationToken) => new(new SessionKey(id, key));

        public ValueTask DestroyAsync(Guid keyId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
