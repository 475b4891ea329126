using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="PriorityQueue{TElement, TPriority}"/>: an array of elements with their priorities, as the queue lists them.
/// That is a heap, and a queue made of a heap has the very same one: elements of equal priority come out in the same order.
/// With a comparer that is not the default, a map from the comparer's name to that array.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PriorityQueueCodec<TElement, TPriority, TElementCodec, TPriorityCodec> : IValueCodec<PriorityQueue<TElement, TPriority>>
    where TElementCodec : IValueCodec<TElement>
    where TPriorityCodec : IValueCodec<TPriority>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, PriorityQueue<TElement, TPriority>? value, ValueWriteContext context) =>
        SetElements<(TElement, TPriority), ValueTuple2Codec<TElement, TPriority, TElementCodec, TPriorityCodec>>.Write(
            ref writer, value?.UnorderedItems, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static PriorityQueue<TElement, TPriority> Read(ref MessagePackReader reader, ValueReadContext context) =>
        SetElements<(TElement, TPriority), ValueTuple2Codec<TElement, TPriority, TElementCodec, TPriorityCodec>>.Read(ref reader, out var comparer, context) is { } items
            ? new PriorityQueue<TElement, TPriority>(items, ComparerName.Order<TPriority>(comparer))
            : null!;
}
