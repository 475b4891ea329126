using System.Buffers;
using System.Diagnostics;
using MessagePack;

namespace Reenact.Benchmarks.Calls;

/// <summary>The physical floor: the bytes of both events and two timestamps, into memory that is there already.</summary>
public sealed class MessagePackFloor(int callsPerRound)
{
    private readonly QuoteTools tools = new();
    private readonly ArrayBufferWriter<byte> buffer = new(callsPerRound * 64);
    private readonly long start = Stopwatch.GetTimestamp();
    private int calls;

    public double Call(string city, int nights)
    {
        if (calls++ % callsPerRound == 0)
        {
            buffer.ResetWrittenCount();
        }

        var span = (uint)calls;
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(6);
        writer.Write((byte)1);
        writer.Write(Stopwatch.GetElapsedTime(start).Ticks);
        writer.Write(span);
        writer.Write(0U);
        writer.Write(1U);
        writer.WriteArrayHeader(2);
        writer.Write(city);
        writer.Write(nights);
        writer.Flush();

        var result = tools.QuoteCore(city, nights);

        writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write((byte)2);
        writer.Write(Stopwatch.GetElapsedTime(start).Ticks);
        writer.Write(span);
        writer.Write(result);
        writer.Flush();
        return result;
    }
}
