using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Reenact.Format;
using Reenact.Integrity;

namespace Reenact.Benchmarks.Integrity;

/// <summary>
/// Verifying a recording of 16 MiB in a file, beside what nothing can be faster than: reading it, CRC-32C and SHA-256 of its bytes on one thread. Content is
/// either random, as images and archives are, or text that compresses.
/// </summary>
[MemoryDiagnoser]
public class VerifyBenchmarks
{
    private const int Size = 16 << 20;
    private const int NoteLength = 32 << 10;
    private string path = "";
    private byte[] bytes = [];

    [Params("random", "text")]
    public string Content { get; set; } = "";

    [GlobalSetup]
    public void Record()
    {
        path = Path.Combine(Path.GetTempPath(), $"verify-{Guid.NewGuid():N}.reenact");
        var random = new Random(1);
        using (var writer = BlockWriter.Create(FileBlockStore.Create(path), Guid.CreateVersion7()))
        {
            while (writer.Length < Size)
            {
                var block = new NoteBlock(random, Content == "random", NoteLength);
                writer.AppendEvents(block.Body, writer.NextSequence, block.Count);
            }

            writer.Seal();
        }

        bytes = File.ReadAllBytes(path);
        Console.WriteLine($"// {bytes.Length:N0} bytes stored");
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(path);

    [Benchmark(Baseline = true)]
    public RecordingVerification Verify()
    {
        using var recording = Recording.Open(path);
        return recording.Verify();
    }

    [Benchmark]
    public RecordingVerification VerifyWhatIsStored()
    {
        using var recording = Recording.Open(path);
        return recording.Verify(new VerificationOptions { StoredBytesOnly = true });
    }

    [Benchmark]
    public byte[] Sha256OnOneThread() => SHA256.HashData(bytes);

    [Benchmark]
    public uint Crc32COnOneThread() => Crc32C.Of(bytes);

    [Benchmark]
    public byte[] ReadTheFile() => File.ReadAllBytes(path);
}
