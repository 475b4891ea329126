using BenchmarkDotNet.Attributes;
using Reenact.Events;
using Reenact.Format;

namespace Reenact.Benchmarks.Reading;

/// <summary>
/// Reading a sealed recording of ten million events: one in the middle of it, or all. The floors are reading its blocks and decompressing them, and nothing else.
/// </summary>
[MemoryDiagnoser]
public class LongRecordingBenchmarks
{
    private readonly Random random = new(3);
    private readonly byte[] content = new byte[1 << 20];
    private string path = "";
    private RecordingLayout layout = null!;
    private Recording opened = null!;

    [Params(false, true)]
    public bool WithContent { get; set; }

    [GlobalSetup]
    public void Open()
    {
        path = LongRecording.Make(WithContent);
        opened = Recording.Open(path);
        layout = RecordingLayout.Open(FileBlockStore.OpenRead(path));
    }

    [GlobalCleanup]
    public void Close()
    {
        opened.Dispose();
        layout.Store.Dispose();
    }

    [Benchmark]
    public RecordedEvent? OpenAndReadOneInTheMiddle()
    {
        using var recording = Recording.Open(path);
        return recording.ReadEvent(LongRecording.Events / 2);
    }

    [Benchmark]
    public RecordedEvent? ReadOneSomewhere() => opened.ReadEvent(random.Next(LongRecording.Events));

    [Benchmark]
    public long ReadAllEvents()
    {
        using var recording = Recording.Open(path);
        return recording.ReadEvents().LongCount();
    }

    [Benchmark]
    public long WalkOverAllEvents()
    {
        using var recording = Recording.Open(path);
        var cursor = recording.Walk();
        var count = 0L;
        while (cursor.MoveNext())
            count++;
        return count;
    }

    [Benchmark(Baseline = true)]
    public int ReadAndDecompressAllBlocks()
    {
        var whole = 0;
        foreach (var block in layout.Index.Blocks)
        {
            var stored = StoredBlock.Read(layout.Store, block.Address, layout.SessionBytes);
            var compression = stored.Header.Flags.HasFlag(BlockFlags.Dictionary) ? layout.Key.Compression : Zstd.Plain;
            if (ZstdFrame.TryReadContentSize(stored.Body, out var size) && size <= (ulong)content.Length && compression.TryDecompress(stored.Body, content.AsSpan(0, (int)size)))
                whole++;
        }

        return whole;
    }
}
