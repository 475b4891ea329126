using System.Buffers;
using System.Runtime.InteropServices;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Room to encode elements in and sort them by their bytes. Each thread keeps one.</summary>
internal sealed class SortScratch : IDisposable, IBlobSink
{
    // One large collection must not keep its memory for as long as the thread lives.
    private const int MaxKept = 1 << 20;
    private const int MaxPlacesKept = 1 << 16;

    [ThreadStatic]
    private static SortScratch? kept;

    private readonly List<SortedPlace> places = [];
    private int end;

    private SortScratch() => Context = new ValueWriteContext(this);

    public ArrayBufferWriter<byte> Buffer { get; } = new(1024);

    public ValueWriteContext Context { get; }

    /// <summary>Whether something encoded here refers to content that a recording has in blobs.</summary>
    public bool HasContent { get; private set; }

    /// <summary>Takes the thread's own, or a new one where that is in use: elements may be collections without an order, too.</summary>
    public static SortScratch Rent(ValueWriteContext context)
    {
        var scratch = kept ?? new SortScratch();
        kept = null;
        scratch.Context.Continue(context);
        return scratch;
    }

    /// <summary>Ends the value that was written last.</summary>
    public void EndValue()
    {
        places.Add(new SortedPlace(end, Buffer.WrittenCount - end, places.Count));
        end = Buffer.WrittenCount;
    }

    public ReadOnlySpan<byte> Encoded(SortedPlace place) => Buffer.WrittenSpan.Slice(place.Start, place.Length);

    public ReadOnlySpan<SortedPlace> Sort()
    {
        var span = CollectionsMarshal.AsSpan(places);
        span.Sort(new ByBytes(Buffer.WrittenMemory));
        return span;
    }

    public void Dispose()
    {
        if (Buffer.Capacity > MaxKept || places.Capacity > MaxPlacesKept)
            return;

        Buffer.ResetWrittenCount();
        places.Clear();
        end = 0;
        HasContent = false;
        kept = this;
    }

    /// <summary>
    /// Names content after itself, not after when it came: ids of blobs say which was stored first, which is no order to sort by.
    /// The rare two of one name keep the order they came in.
    /// </summary>
    uint IBlobSink.Store(ReadOnlySpan<byte> content)
    {
        HasContent = true;
        return unchecked((uint)ContentHash.Of(content).First);
    }

    private readonly struct ByBytes(ReadOnlyMemory<byte> encoded) : IComparer<SortedPlace>
    {
        public int Compare(SortedPlace x, SortedPlace y)
        {
            var all = encoded.Span;
            var order = all.Slice(x.Start, x.Length).SequenceCompareTo(all.Slice(y.Start, y.Length));
            return order != 0 ? order : x.Index.CompareTo(y.Index);
        }
    }
}
