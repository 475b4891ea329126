using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Format;

namespace Reenact.Benchmarks.Reading;

/// <summary>
/// A sealed recording of ten million events, nearly all of them tool calls and their results, 131 MB; or with long content besides, each hundredth event a blob of
/// 300 random bytes, 160 MB. It is made once, and kept between runs in the folder for temporary files.
/// </summary>
internal static class LongRecording
{
    public const int Events = 10_000_000;

    private const int BlockSize = 500 << 10;

    /// <summary>The file, made where it is not there yet.</summary>
    public static string Make(bool withContent)
    {
        var path = Path.Combine(Path.GetTempPath(), $"reenact-benchmark-{Events}{(withContent ? "-content" : "")}-1.reenact");
        if (File.Exists(path))
            return path;
        var unfinished = $"{path}.{Environment.ProcessId}";
        using (var writer = BlockWriter.Create(FileBlockStore.Create(unfinished), Guid.CreateVersion7()))
        {
            Write(writer, withContent);
            writer.Seal();
        }

        File.Move(unfinished, path, overwrite: true);
        return path;
    }

    private static void Write(BlockWriter writer, bool withContent)
    {
        var random = new Random(1);
        var buffer = new ArrayBufferWriter<byte>(BlockSize + 1024);
        var content = new byte[300];
        var (count, time, span, blob) = (0, 0L, 0L, 0u);
        for (var sequence = 0; sequence < Events; sequence++)
        {
            var output = new MessagePackWriter(buffer);
            time += random.Next(20_000);
            if (sequence == 0)
                Start(ref output);
            else if (sequence == 1)
                Define(ref output);
            else if (withContent && sequence % 100 == 0)
                Blob(ref output, time, ++blob, content, random);
            else if (span % 2 == 0)
                Call(ref output, time, ++span, random);
            else
                Return(ref output, time, span++, random);
            output.Flush();
            count++;
            if (buffer.WrittenCount < BlockSize && sequence + 1 < Events)
                continue;
            writer.AppendEvents(buffer.WrittenMemory, writer.NextSequence, count);
            buffer.ResetWrittenCount();
            count = 0;
        }
    }

    private static void Head(ref MessagePackWriter output, EventKind kind, int elements, long time, long span)
    {
        output.WriteArrayHeader(3 + elements);
        output.Write((int)kind);
        output.Write(time);
        output.Write(span);
    }

    private static void Start(ref MessagePackWriter output)
    {
        Head(ref output, EventKind.SessionStarted, 3, 0, 0);
        output.Write(1);
        output.Write(new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc).Ticks);
        output.WriteMapHeader(1);
        output.Write("agent");
        output.Write("benchmark");
    }

    private static void Define(ref MessagePackWriter output)
    {
        Head(ref output, EventKind.Definition, 5, 0, 0);
        output.Write(1);
        output.Write("FlightTools.Search");
        output.Write(0);
        output.WriteArrayHeader(2);
        output.Write("query");
        output.Write("limit");
        output.Write(17);
    }

    private static void Call(ref MessagePackWriter output, long time, long span, Random random)
    {
        Head(ref output, EventKind.CallStarted, 3, time, span);
        output.Write(0);
        output.Write(1);
        output.WriteArrayHeader(2);
        output.Write($"flights to {random.Next(1000)}");
        output.Write(random.Next(50));
    }

    private static void Return(ref MessagePackWriter output, long time, long span, Random random)
    {
        Head(ref output, EventKind.CallReturned, 1, time, span);
        output.WriteMapHeader(2);
        output.Write("count");
        output.Write(random.Next(100));
        output.Write("price");
        output.Write(random.NextDouble());
    }

    private static void Blob(ref MessagePackWriter output, long time, uint id, byte[] content, Random random)
    {
        random.NextBytes(content);
        Head(ref output, EventKind.Blob, 2, time, 0);
        output.Write(id);
        output.Write(content.AsSpan());
    }
}
