using System.Buffers;
using System.Diagnostics;
using MessagePack;

namespace Reenact.Benchmarks.Calls;

/// <summary>Both events of a call, as a person would write them with <c>MessagePackWriter</c> into memory that is there already.</summary>
internal sealed class HandWrittenCall
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 22);
    private readonly long start = Stopwatch.GetTimestamp();
    private uint span;

    public delegate void Writing<T>(ref MessagePackWriter writer, T value);

    public TResult Run<TArguments, TResult>(TArguments arguments, Writing<TArguments> writeArguments, Func<TArguments, TResult> core, Writing<TResult> writeResult)
    {
        Start(arguments, writeArguments);
        var result = core(arguments);
        End(result, writeResult);
        return result;
    }

    public async Task<TResult> RunAsync<TArguments, TResult>(
        TArguments arguments, Writing<TArguments> writeArguments, Func<TArguments, Task<TResult>> core, Writing<TResult> writeResult)
    {
        Start(arguments, writeArguments);
        var result = await core(arguments);
        End(result, writeResult);
        return result;
    }

    /// <summary>An item of a stream: one event.</summary>
    public void Item(int value)
    {
        if (buffer.FreeCapacity < 1 << 17)
            buffer.ResetWrittenCount();

        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write((byte)4);
        writer.Write(Stopwatch.GetElapsedTime(start).Ticks);
        writer.Write(span);
        writer.Write(value);
        writer.Flush();
    }

    private void Start<TArguments>(TArguments arguments, Writing<TArguments> write)
    {
        if (buffer.FreeCapacity < 1 << 17)
            buffer.ResetWrittenCount();

        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(6);
        writer.Write((byte)1);
        writer.Write(Stopwatch.GetElapsedTime(start).Ticks);
        writer.Write(++span);
        writer.Write(0U);
        writer.Write(1U);
        write(ref writer, arguments);
        writer.Flush();
    }

    private void End<TResult>(TResult result, Writing<TResult> write)
    {
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write((byte)2);
        writer.Write(Stopwatch.GetElapsedTime(start).Ticks);
        writer.Write(span);
        write(ref writer, result);
        writer.Flush();
    }
}
