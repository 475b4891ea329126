using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.States;

/// <summary>
/// Says how one encoded value becomes another, as <c>docs/format.md</c> defines it: members that changed, were removed or added, elements
/// that were put in or taken out, however deep; what can't be said so is replaced whole. Nothing is read, so every type has deltas.
/// </summary>
internal static class DeltaMaker
{
    /// <summary>Makes the delta between two values.</summary>
    /// <returns>Null when there is none that is smaller than the value after it, or that readers would take.</returns>
    public static byte[]? Make(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (!IsWhole(before) || !IsWhole(after))
            return null;

        var delta = Change(before, after);
        return delta.Length < after.Length && IsWhole(delta) ? delta : null;
    }

    private static bool IsWhole(ReadOnlyMemory<byte> value)
    {
        var cursor = new MessagePackCursor(value.Span);
        return cursor.TrySkip(ValueLimits.Depth) && cursor.AtEnd;
    }

    private static byte[] Change(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (before.Span.SequenceEqual(after.Span))
            return [.. DeltaForm.Same];

        var replaced = Replaced(after);
        return Edit(before, after) is { } edit && edit.Length < replaced.Length ? edit : replaced;
    }

    private static byte[] Replaced(ReadOnlyMemory<byte> after)
    {
        var buffer = new ArrayBufferWriter<byte>(after.Length + 2);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(2);
        writer.Write(DeltaForm.Replaced);
        writer.WriteRaw(after.Span);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>How an array or a map changes element by element; null where that can't be said.</summary>
    private static byte[]? Edit(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        // Whoever applies the delta writes the shortest header.
        if (ValueElements.Of(before) is not { } old || ValueElements.Of(after) is not { IsShortest: true } now || old.IsMap != now.IsMap)
            return null;

        var stays = old.IsMap ? Alignment.OfKeys(old, now) : Alignment.OfElements(old, now);
        if (stays is null)
            return null;

        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        var removed = Removed(old, stays);
        var hasAdded = stays.Contains(-1);
        writer.WriteArrayHeader(hasAdded ? 4 : removed.Count > 0 ? 3 : 2);
        writer.Write(old.IsMap ? DeltaForm.Map : DeltaForm.Array);
        WriteChanged(ref writer, old, now, stays);
        if (hasAdded || removed.Count > 0)
            WriteRemoved(ref writer, old, removed);
        if (hasAdded)
            WriteAdded(ref writer, now, stays);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteChanged(ref MessagePackWriter writer, ValueElements old, ValueElements now, int[] stays)
    {
        var changes = new List<(int Place, byte[] Change)>();
        for (var index = 0; index < stays.Length; index++)
        {
            if (stays[index] >= 0 && !old.Value(stays[index]).Span.SequenceEqual(now.Value(index).Span))
                changes.Add((stays[index], Change(old.Value(stays[index]), now.Value(index))));
        }

        writer.WriteMapHeader(changes.Count);
        foreach (var (place, change) in changes)
        {
            if (old.IsMap)
                writer.WriteRaw(old.Key(place).Span);
            else
                writer.Write(place);
            writer.WriteRaw(change);
        }
    }

    /// <summary>The places of elements that don't stay, as runs.</summary>
    private static List<(int First, int Count)> Removed(ValueElements old, int[] stays)
    {
        var runs = new List<(int First, int Count)>();
        var next = 0;
        foreach (var place in stays.Append(old.Count))
        {
            if (place > next)
                runs.Add((next, place - next));
            next = Math.Max(next, place + 1);
        }

        return runs;
    }

    private static void WriteRemoved(ref MessagePackWriter writer, ValueElements old, List<(int First, int Count)> runs)
    {
        if (!old.IsMap)
        {
            writer.WriteArrayHeader(runs.Count * 2);
            foreach (var (first, count) in runs)
            {
                writer.Write(first);
                writer.Write(count);
            }

            return;
        }

        writer.WriteArrayHeader(runs.Sum(static run => run.Count));
        foreach (var (first, count) in runs)
        {
            for (var place = first; place < first + count; place++)
                writer.WriteRaw(old.Key(place).Span);
        }
    }

    private static void WriteAdded(ref MessagePackWriter writer, ValueElements now, int[] stays)
    {
        var runs = new List<(int First, int Count)>();
        for (var index = 0; index < stays.Length; index++)
        {
            if (stays[index] >= 0)
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.First + last.Count == index)
                runs[^1] = (last.First, last.Count + 1);
            else
                runs.Add((index, 1));
        }

        writer.WriteArrayHeader(runs.Count * 2);
        foreach (var (first, count) in runs)
        {
            writer.Write(first);
            if (now.IsMap)
                writer.WriteMapHeader(count);
            else
                writer.WriteArrayHeader(count);
            for (var index = first; index < first + count; index++)
                writer.WriteRaw(now[index].Span);
        }
    }
}
