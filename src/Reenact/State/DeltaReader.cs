using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.States;

/// <summary>
/// Applies deltas. They come from files and may be hostile: whatever is wrong is a <see cref="ValueFormatException"/>, the work is that of
/// reading the value and the delta once for each level, and the result is no larger than both together.
/// </summary>
internal static class DeltaReader
{
    /// <summary>Makes the value that a delta leads to.</summary>
    /// <exception cref="ValueFormatException">It is no delta of this value.</exception>
    public static ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> delta)
    {
        CheckWhole(before, "the value that it changes");
        CheckWhole(delta, "it");
        if (delta.Span.SequenceEqual(DeltaForm.Same))
            return before;

        var buffer = new ArrayBufferWriter<byte>(before.Length + delta.Length);
        var writer = new MessagePackWriter(buffer);
        Write(ref writer, before, delta);
        writer.Flush();
        var after = buffer.WrittenMemory;
        CheckWhole(after, "what it leads to");
        return after;
    }

    private static void CheckWhole(ReadOnlyMemory<byte> value, string what)
    {
        var cursor = new MessagePackCursor(value.Span);
        if (!cursor.TrySkip(ValueLimits.Depth) || !cursor.AtEnd)
            throw Wrong($"{what} is not one whole value of at most {ValueLimits.Depth} levels");
    }

    private static void Write(ref MessagePackWriter writer, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> change)
    {
        if (ValueElements.Of(change) is not { IsMap: false } parts)
            throw Wrong("a change in it is no array");

        switch (parts.Count == 0 ? -1 : ReadPlace(parts[0]))
        {
            case -1:
                writer.WriteRaw(before.Span);
                break;
            case DeltaForm.Replaced when parts.Count > 1:
                writer.WriteRaw(parts[1].Span);
                break;
            case DeltaForm.Map when ValueElements.Of(before) is { IsMap: true } map:
                new MapEdit(map, parts).Write(ref writer);
                break;
            case DeltaForm.Array when ValueElements.Of(before) is { IsMap: false } array:
                new ArrayEdit(array, parts).Write(ref writer);
                break;
            default:
                throw Wrong("a change in it is of an unknown form, or doesn't fit the value");
        }
    }

    private static int ReadPlace(ReadOnlyMemory<byte> element)
    {
        var cursor = new MessagePackCursor(element.Span);
        return cursor.TryReadInt32(out var place) ? place : throw Wrong("a place in it is no small integer");
    }

    private static ValueElements? Part(ValueElements parts, int index, bool isMap)
    {
        if (index >= parts.Count || parts[index].Span[0] == MessagePackCursor.Nil)
            return null;

        return ValueElements.Of(parts[index]) is { } part && part.IsMap == isMap ? part : throw Wrong(isMap ? "what changes is no map" : "what is added or removed is no array");
    }

    private static ValueFormatException Wrong(string what) =>
        new($"The delta of a snapshot can't be applied: {what}. The recording is damaged or forged.");

    /// <summary>What stays, what is left out and what is put in, of one array or map.</summary>
    private abstract class Edit(ValueElements before, ValueElements parts)
    {
        private readonly ValueElements? added = Part(parts, 3, isMap: false);

        protected ValueElements Before { get; } = before;

        protected bool[] Removed { get; } = new bool[before.Count];

        protected ReadOnlyMemory<byte>[] Changes { get; } = new ReadOnlyMemory<byte>[before.Count];

        public void Write(ref MessagePackWriter writer)
        {
            var runs = ReadAdded();
            var count = Removed.Count(static removed => !removed) + runs.Sum(static run => run.Elements.Count);
            if (Before.IsMap)
                writer.WriteMapHeader(count);
            else
                writer.WriteArrayHeader(count);

            var place = 0;
            for (var index = 0; index <= Before.Count; index++)
            {
                while (runs.TryPeek(out var run) && (run.Place == place || index == Before.Count))
                    WriteAdded(ref writer, runs.Dequeue(), ref place);
                if (index < Before.Count && !Removed[index])
                {
                    WriteElement(ref writer, index);
                    place++;
                }
            }
        }

        /// <summary>Notes what changes at a place.</summary>
        protected void Change(int place, ReadOnlyMemory<byte> change)
        {
            if (!Changes[place].IsEmpty || Removed[place])
                throw Wrong("what it changes is changed twice, or removed as well");
            Changes[place] = change;
        }

        /// <summary>Notes that what stands at a place is left out.</summary>
        protected void Remove(int place)
        {
            if (Removed[place])
                throw Wrong("it removes something twice");
            Removed[place] = true;
        }

        private static void WriteAdded(ref MessagePackWriter writer, (int Place, ValueElements Elements) run, ref int place)
        {
            if (run.Place != place)
                throw Wrong("it puts something in at a place that there is not");
            for (var index = 0; index < run.Elements.Count; index++)
                writer.WriteRaw(run.Elements[index].Span);
            place += run.Elements.Count;
        }

        private void WriteElement(ref MessagePackWriter writer, int index)
        {
            if (Changes[index].IsEmpty)
            {
                writer.WriteRaw(Before[index].Span);
                return;
            }

            if (Before.IsMap)
                writer.WriteRaw(Before.Key(index).Span);
            DeltaReader.Write(ref writer, Before.Value(index), Changes[index]);
        }

        private Queue<(int Place, ValueElements Elements)> ReadAdded()
        {
            var runs = new Queue<(int Place, ValueElements Elements)>();
            for (var index = 0; index + 1 < (added?.Count ?? 0); index += 2)
            {
                var elements = ValueElements.Of(added![index + 1]);
                if (elements is null || elements.IsMap != Before.IsMap || elements.Count == 0)
                    throw Wrong("what it puts in is not of the kind of what it changes, or nothing");
                runs.Enqueue((ReadPlace(added[index]), elements));
            }

            return runs;
        }
    }

    private sealed class MapEdit : Edit
    {
        private readonly Dictionary<ReadOnlyMemory<byte>, int> places = new(ByContent.Comparer);

        public MapEdit(ValueElements before, ValueElements parts)
            : base(before, parts)
        {
            for (var index = 0; index < before.Count; index++)
            {
                if (!places.TryAdd(before.Key(index), index))
                    throw Wrong("it changes a map in which a key occurs twice");
            }

            if (Part(parts, 2, isMap: false) is { } removed)
            {
                for (var index = 0; index < removed.Count; index++)
                    Remove(PlaceOf(removed[index]));
            }

            if (Part(parts, 1, isMap: true) is { } changed)
            {
                for (var index = 0; index < changed.Count; index++)
                    Change(PlaceOf(changed.Key(index)), changed.Value(index));
            }
        }

        private int PlaceOf(ReadOnlyMemory<byte> key) =>
            places.TryGetValue(key, out var place) ? place : throw Wrong("it changes or removes a key that there is not");
    }

    private sealed class ArrayEdit : Edit
    {
        public ArrayEdit(ValueElements before, ValueElements parts)
            : base(before, parts)
        {
            if (Part(parts, 2, isMap: false) is { } removed)
            {
                for (var index = 0; index + 1 < removed.Count; index += 2)
                {
                    var (first, count) = (ReadPlace(removed[index]), ReadPlace(removed[index + 1]));
                    if (count > before.Count - first)
                        throw Wrong("it removes more elements than there are");
                    for (var place = first; place < first + count; place++)
                        Remove(place);
                }
            }

            if (Part(parts, 1, isMap: true) is { } changed)
            {
                for (var index = 0; index < changed.Count; index++)
                {
                    var place = ReadPlace(changed.Key(index));
                    Change(place < before.Count ? place : throw Wrong("it changes an element that there is not"), changed.Value(index));
                }
            }
        }
    }
}
