using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Sessions;

/// <summary>
/// Encodes one event at a time into a buffer of its own. There is one for each thread; code that starts to encode while its
/// thread does so already (a getter that calls a recorded method) gets another, and one whose event fails half-way is dropped.
/// </summary>
internal sealed class EventEncoder : IBufferWriter<byte>, IBlobSink, IValueDraft
{
    private const int FirstSize = 4096;
    private const int LargestPrefix = 32;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static EventEncoder? ofThread;

    private byte[] buffer;
    private int start;
    private int written;
    private int valueStart;
    private string valueName = "";
    private string[]? parameters;
    private bool rented;
    private ActiveSession? session;
    private GrowingList? list;
    private int listPlace;
    private int listStart;
    private int listEnd;
    private EncodedJson? named;
    private int namedPlace;
    private int namedStart;
    private int namedEnd;
    private bool isNamed;

    private EventEncoder(int size = FirstSize)
    {
        buffer = new byte[size];
        Values = new ValueWriteContext(this);
    }

    /// <summary>What codecs need beside the writer.</summary>
    public ValueWriteContext Values { get; }

    /// <summary>What was encoded of the event.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(start, written - start);

    /// <summary>The array of a call's out and ref values, which are encoded before its end is; empty when there are none.</summary>
    public ReadOnlySpan<byte> Outputs => buffer.AsSpan(0, start);

    /// <summary>Why there are no out and ref values although the method has some; null when that is not so.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether an argument is a list that later calls may be given with more behind it.</summary>
    public bool HasList => list is not null;

    /// <summary>Whether an argument was written as what a list has more than when an earlier call was given it.</summary>
    public bool HasGrownList { get; private set; }

    /// <summary>Whether arguments are written as what was recorded of earlier calls, of which a replay knows that it is the same.</summary>
    public bool IsShort => HasGrownList || isNamed;

    int IValueDraft.Length => written - valueStart;

    ReadOnlySpan<byte> IValueDraft.Bytes => buffer.AsSpan(valueStart..written);

    string IValueDraft.Name => valueName;

    string[]? IValueDraft.Parameters => parameters;

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
        encoder.Values.KeepsInline = session.EncodesInline;
        encoder.Values.Redaction = session.Redaction;
        encoder.start = 0;
        encoder.written = 0;
        return encoder;
    }

    /// <summary>Gives an encoder back to the thread that took it, for the next event.</summary>
    public void Return()
    {
        session = null;
        list = null;
        named = null;
        HasGrownList = isNamed = false;
        rented = false;
        Fault = null;
        if (buffer.Length > LargestKept)
        {
            buffer = new byte[FirstSize];
        }
    }

    /// <summary>Begins an event: its array, what every event begins with, and up to two numbers more.</summary>
    public void Begin(int elements, EventKind kind, long time, uint span)
    {
        Reserve(LargestPrefix);
        var target = buffer.AsSpan(written, LargestPrefix);
        MessagePackPrimitives.TryWriteArrayHeader(target, (uint)elements, out var at);
        MessagePackPrimitives.TryWrite(target[at..], (byte)kind, out var length);
        at += length;
        MessagePackPrimitives.TryWrite(target[at..], (ulong)time, out length);
        at += length;
        MessagePackPrimitives.TryWrite(target[at..], span, out length);
        written += at + length;
    }

    /// <summary>Adds a number.</summary>
    public void Add(uint number)
    {
        Reserve(LargestPrefix);
        MessagePackPrimitives.TryWrite(buffer.AsSpan(written), number, out var length);
        written += length;
    }

    /// <summary>Adds nil.</summary>
    public void AddNil()
    {
        Reserve(1);
        buffer[written++] = MessagePackCode.Nil;
    }

    /// <summary>A writer at the end of what was encoded.</summary>
    /// <param name="name">What the value that follows is called, should it be refused.</param>
    /// <param name="names">The names of its elements where it is the arguments of a call.</param>
    public MessagePackWriter Writer(string name = "value", string[]? names = null)
    {
        valueStart = written;
        valueName = name;
        parameters = names;
        return new MessagePackWriter(this);
    }

    /// <summary>Writes a list as an argument: what it has more than when an earlier call was given it, where the session takes that.</summary>
    /// <param name="writer">The writer of the arguments.</param>
    /// <param name="growing">The list; at most one for each call.</param>
    /// <param name="place">The argument's place, from 0.</param>
    public void Write(ref MessagePackWriter writer, GrowingList growing, int place)
    {
        writer.Flush();
        (list, listPlace, listStart) = (growing, place, written);
        HasGrownList = session!.TakesGrownLists && growing.TryWriteGrown(ref writer);
        if (!HasGrownList)
        {
            growing.WriteWhole(ref writer);
        }

        writer.Flush();
        listEnd = written;
    }

    /// <summary>Writes a value as an argument that comes again and again: once in a blob, and on replay by the name of that, where it is known.</summary>
    /// <param name="writer">The writer of the arguments.</param>
    /// <param name="value">The value; at most one for each call, behind the list.</param>
    /// <param name="place">The argument's place, from 0.</param>
    public void Write(ref MessagePackWriter writer, EncodedJson value, int place)
    {
        if (!Values.KeepsInline)
        {
            value.WriteArgument(ref writer, Values);
            return;
        }

        writer.Flush();
        (named, namedPlace, namedStart) = (value, place, written);
        isNamed = list is not null && session!.TakesGrownLists && value.TryWriteRecorded(ref writer);
        if (!isNamed)
        {
            value.Write(ref writer, Values);
        }

        writer.Flush();
        namedEnd = written;
    }

    /// <summary>Writes arguments that are written as what was recorded of earlier calls once more, whole. No writer may be at work.</summary>
    public void WriteWhole()
    {
        if (!IsShort)
        {
            return;
        }

        var shorter = buffer[..written];
        written = listStart;
        var writer = new MessagePackWriter(this);
        list!.WriteWhole(ref writer);
        writer.Flush();
        var end = written;
        if (isNamed)
        {
            writer.WriteRaw(shorter.AsSpan(listEnd..namedStart));
            writer.WriteRaw(named!.Bytes);
            writer.WriteRaw(shorter.AsSpan(namedEnd));
        }
        else
        {
            writer.WriteRaw(shorter.AsSpan(listEnd));
        }

        writer.Flush();
        listEnd = end;
        HasGrownList = isNamed = false;
    }

    /// <summary>The arguments are those of a recorded call, which has them like this.</summary>
    public void NoteStored(ReadOnlySpan<byte> arguments)
    {
        if (named is not null && !isNamed)
        {
            named.NoteRecorded(arguments, namedPlace);
        }
    }

    /// <summary>The list is part of the recording.</summary>
    /// <param name="sequence">The number of the event that starts the call; −1 where that has none, or another list.</param>
    public void NoteListSent(long sequence) => list?.NoteSent(sequence, listPlace, HasGrownList, listEnd - listStart);

    /// <summary>Begins the array of out and ref values.</summary>
    public void BeginOutputs(int count)
    {
        Reserve(LargestPrefix);
        MessagePackPrimitives.TryWriteArrayHeader(buffer.AsSpan(written), (uint)count, out var length);
        written += length;
        start = written;
    }

    /// <summary>Adds an out or ref value. When it can't be encoded, there are none, and <see cref="Fault"/> says why.</summary>
    public void AddOutput<T, TCodec>(T value)
        where TCodec : IValueCodec<T>
    {
        if (Fault is not null)
        {
            return;
        }

        var writer = Writer();
        try
        {
            TCodec.Write(ref writer, value, Values);
            writer.Flush();
            start = written;
        }
        catch (Exception exception)
        {
            DropOutputs(exception);
        }
    }

    /// <summary>Adds the content of a span as an out value, as <see cref="AddOutput"/> does.</summary>
    public void AddOutputSpan<T, TCodec>(ReadOnlySpan<T> value)
        where TCodec : ISpanCodec<T>
    {
        if (Fault is not null)
        {
            return;
        }

        var writer = Writer();
        try
        {
            TCodec.Write(ref writer, value, Values);
            writer.Flush();
            start = written;
        }
        catch (Exception exception)
        {
            DropOutputs(exception);
        }
    }

    /// <summary>Puts the out and ref values at the end of the event.</summary>
    public void AppendOutputs()
    {
        Reserve(start);
        buffer.AsSpan(0, start).CopyTo(buffer.AsSpan(written));
        written += start;
    }

    /// <summary>Forgets what was encoded of the event; the out and ref values stay.</summary>
    public void Restart()
    {
        written = start;
        Values.Reset();
    }

    /// <summary>Keeps the out and ref values for a call that ends later, on any thread, and gives this encoder back.</summary>
    public EventEncoder KeepOutputs()
    {
        var kept = new EventEncoder(start + LargestPrefix) { session = session, rented = true, start = start, written = start };
        kept.Values.KeepsInline = Values.KeepsInline;
        kept.Values.Redaction = Values.Redaction;
        Outputs.CopyTo(kept.buffer);
        Return();
        return kept;
    }

    /// <summary>Forgets what was encoded of the event after a place and puts other bytes there.</summary>
    public void ReplaceFrom(int place, ReadOnlySpan<byte> bytes)
    {
        written = start + place;
        bytes.CopyTo(GetSpan(bytes.Length));
        written += bytes.Length;
    }

    /// <summary>Puts others in the place of the out and ref values.</summary>
    public void ReplaceOutputs(ReadOnlySpan<byte> outputs)
    {
        var rest = Written.ToArray();
        start = written = 0;
        outputs.CopyTo(GetSpan(outputs.Length));
        start = written = outputs.Length;
        ReplaceFrom(0, rest);
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

    private void DropOutputs(Exception exception)
    {
        Fault = exception;
        start = written = 0;
        Values.Reset();
    }

    private void Reserve(int sizeHint)
    {
        if (buffer.Length - written < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max((long)buffer.Length * 2, (long)written + sizeHint)));
        }
    }
}
