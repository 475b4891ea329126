using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;
using Reenact.Values;

namespace Reenact.Sessions;

/// <summary>
/// A list that calls of a session are given again and again, each time with a little more behind what it had: encoded once, element by element, so
/// that the next call writes only what is new. Elements are written into it as into any buffer. Not thread-safe.
/// </summary>
internal sealed class GrowingList : IBufferWriter<byte>
{
    private const int FirstSize = 1024;

    /// <summary>The most that stands before the items, in bytes.</summary>
    private const int MostHead = 32;

    private readonly List<Element> elements;
    private byte[] bytes;
    private int length;

    /// <summary>
    /// A list grows from the one before it; every 32nd from the one 32 before, and every 1,024th from the one 1,024 before. So a reader follows at most 100 of them, and the list is
    /// sent whole once in about 39,000 times; items are written up to three times, and mostly close enough for compression.
    /// </summary>
    private const int Stride = 32;

    /// <summary>What the recording has of it: the last that was sent, the last of which the number is a multiple of 32, and of 1,024.</summary>
    private readonly SentList[] sent = new SentList[3];

    private int number;
    private int parent;

    public GrowingList()
    {
        elements = [];
        bytes = new byte[FirstSize];
    }

    /// <summary>How many elements it has.</summary>
    public int Count => elements.Count;

    /// <summary>How much long text and bytes they refer to, in bytes.</summary>
    public long Content => elements.Count == 0 ? 0 : elements[^1].Content;

    /// <summary>How much memory it takes, in bytes.</summary>
    public int Size => bytes.Length;

    private ReadOnlySpan<byte> Written => bytes.AsSpan(0, EndOf(elements.Count));

    /// <summary>An element as it was encoded.</summary>
    public ReadOnlySpan<byte> this[int index] => bytes.AsSpan(EndOf(index)..EndOf(index + 1));

    /// <summary>Becomes another list, or itself, up to a count of elements, in the same memory.</summary>
    public void Become(GrowingList list, int count)
    {
        if (ReferenceEquals(list, this))
        {
            CollectionsMarshal.SetCount(elements, count);
            length = EndOf(count);
        }
        else
        {
            elements.Clear();
            elements.AddRange(CollectionsMarshal.AsSpan(list.elements)[..count]);
            length = 0;
            var same = list.bytes.AsSpan(0, list.EndOf(count));
            Reserve(same.Length * 2);
            same.CopyTo(bytes);
            length = same.Length;
        }

        for (var level = 0; level < sent.Length; level++)
        {
            sent[level] = list.sent[level] with { Count = Math.Min(list.sent[level].Count, count) };
        }

        number = list.number;
    }

    /// <summary>Begins anew, in the same memory.</summary>
    public void Clear()
    {
        elements.Clear();
        (length, number) = (0, 0);
        Array.Clear(sent);
    }

    /// <summary>Ends an element.</summary>
    /// <param name="content">How much long text and bytes it refers to, in bytes.</param>
    public void EndElement(long content) => elements.Add(new Element(length, Content + content));

    /// <summary>Forgets an element that was begun and not ended.</summary>
    public void DropElement() => length = Written.Length;

    /// <summary>Whether it can be written as what it has more than when it was sent last.</summary>
    public bool IsGrown => sent[0].Count > 0;

    /// <summary>Writes what it has more than when it was sent last; unless what that leads to is more than a reader takes.</summary>
    public bool TryWriteGrown(ref MessagePackWriter writer)
    {
        for (parent = LevelOf(number + 1); parent > 0 && sent[parent].Count == 0; parent--)
        {
        }

        var from = sent[parent];
        var items = Written[EndOf(from.Count)..];
        if (from.Count == 0 || from.Links >= ValueLimits.ListChain || from.Length + items.Length + MostHead > ValueLimits.ListLength)
        {
            return false;
        }

        var head = MessagePackWriter.GetEncodedLength((ulong)from.Sequence) + MessagePackWriter.GetEncodedLength((ulong)from.Place) + MessagePackWriter.GetEncodedLength((ulong)from.Count);
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.GrownList, (uint)(head + items.Length)));
        writer.Write((ulong)from.Sequence);
        writer.Write((ulong)from.Place);
        writer.Write((ulong)from.Count);
        writer.WriteRaw(items);
        return true;
    }

    /// <summary>Writes all of it, as an array.</summary>
    public void WriteWhole(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(elements.Count);
        writer.WriteRaw(Written);
    }

    /// <summary>It is in the recording now.</summary>
    /// <param name="sequence">The number of the event that starts the call; −1 where that has no event.</param>
    /// <param name="place">The place of the argument.</param>
    /// <param name="asGrown">Whether it was written as what it has more.</param>
    /// <param name="written">How long it is there, in bytes.</param>
    public void NoteSent(long sequence, int place, bool asGrown, int written)
    {
        number = asGrown ? number + 1 : 0;
        var one = sequence < 0 ? default : new SentList(sequence, place, elements.Count, asGrown ? sent[parent].Links + 1 : 0, asGrown ? sent[parent].Length + written : written);
        for (var level = LevelOf(number); level >= 0; level--)
        {
            sent[level] = one;
        }
    }

    private static int LevelOf(int number) => number % Stride != 0 ? 0 : number % (Stride * Stride) != 0 ? 1 : 2;

    void IBufferWriter<byte>.Advance(int count) => length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(length);
    }

    /// <summary>Where so many elements end.</summary>
    private int EndOf(int count) => count == 0 ? 0 : elements[count - 1].End;

    private void Reserve(int sizeHint)
    {
        if (bytes.Length - length < Math.Max(sizeHint, 1))
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)bytes.Length * 2, (long)length + sizeHint)));
        }
    }

    /// <summary>The list as an argument of a call.</summary>
    /// <param name="Sequence">The number of the event that starts the call.</param>
    /// <param name="Place">The place of the argument.</param>
    /// <param name="Count">How many elements it has there that are still the list's; 0 where there is no such call.</param>
    /// <param name="Links">How many lists it grew from, one from the other.</param>
    /// <param name="Length">How long all of them are as they stand in their events.</param>
    private readonly record struct SentList(long Sequence, int Place, int Count, int Links, long Length);

    /// <summary>Where an element ends, and how much long text and bytes the list refers to up to there.</summary>
    private readonly record struct Element(int End, long Content);
}
