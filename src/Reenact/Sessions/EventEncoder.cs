using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Sessions;

/// <summary>
/// Encodes one event at a time into a buffer of its own. There is one for each thread; code that starts to encode while its
/// thread does so already (a getter that calls a recorded method) gets another, and one whose event fails half-way is dropped.
/// </summary>
internal sealed class EventEncoder : IBufferWriter<byte>, IBlobSink
{
    private const int FirstSize = 4096;
    private const int LargestPrefix = 32;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static EventEncoder? ofThread;

    private byte[] buffer = new byte[FirstSize];
    private int written;
    private bool rented;
    private ActiveSession? session;

    private EventEncoder() => Values = new ValueWriteContext(this);

    /// <summary>What codecs need beside the writer.</summary>
    public ValueWriteContext Values { get; }

    /// <summary>What was encoded.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, written);

    /// <summary>Takes the thread's encoder for a session.</summary>
    public static EventEncoder Rent(ActiveSession session)
    {
        var encoder = ofThread;
        if (encoder is null || encoder.rented)
        {
            encoder = ofThread = new EventEncoder();
        }

        encoder.rented = true;
        encoder.session = session;
        encoder.written = 0;
        return encoder;
    }

    /// <summary>Gives an encoder back to the thread that took it, for the next event.</summary>
    public void Return()
    {
        session = null;
        rented = false;
        if (buffer.Length > LargestKept)
        {
            buffer = new byte[FirstSize];
        }
    }

    /// <summary>Begins an event: its array, what every event begins with, and up to two numbers more.</summary>
    public void Begin(int elements, EventKind kind, long time, uint span)
    {
        Reserve(LargestPrefix);
        var target = buffer.AsSpan(0, LargestPrefix);
        MessagePackPrimitives.TryWriteArrayHeader(target, (uint)elements, out var at);
        MessagePackPrimitives.TryWrite(target[at..], (byte)kind, out var length);
        at += length;
        MessagePackPrimitives.TryWrite(target[at..], (ulong)time, out length);
        at += length;
        MessagePackPrimitives.TryWrite(target[at..], span, out length);
        written = at + length;
    }

    /// <summary>Adds a number.</summary>
    public void Add(uint number)
    {
        Reserve(LargestPrefix);
        MessagePackPrimitives.TryWrite(buffer.AsSpan(written), number, out var length);
        written += length;
    }

    /// <summary>A writer at the end of what was encoded.</summary>
    public MessagePackWriter Writer() => new(this);

    /// <summary>Forgets what was encoded after a place and puts other bytes there.</summary>
    public void ReplaceFrom(int start, ReadOnlySpan<byte> bytes)
    {
        written = start;
        bytes.CopyTo(GetSpan(bytes.Length));
        written += bytes.Length;
    }

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(written);
    }

    public uint Store(ReadOnlySpan<byte> content) => session!.StoreBlob(content);

    private void Reserve(int sizeHint)
    {
        if (buffer.Length - written < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max((long)buffer.Length * 2, (long)written + sizeHint)));
        }
    }
}
