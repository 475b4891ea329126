using Reenact.Events;
using MessagePack;

namespace Reenact.FuzzTests;

/// <summary>One element of a run of MessagePack.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Header">Where its header ends; of a scalar, where it ends.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Parent">Which element it is in; −1 for none.</param>
/// <param name="Count">How many elements it has; a pair of a map is two.</param>
/// <param name="IsMap">Whether it is a map.</param>
internal sealed record Element(int Start, int Header, int End, int Parent, int Count, bool IsMap)
{
    /// <summary>Finds all elements, outer ones before those in them, up to where the bytes are no MessagePack.</summary>
    public static List<Element> In(ReadOnlySpan<byte> bytes)
    {
        var elements = new List<Element>();
        var open = new Stack<(int Index, int Left)>();
        var cursor = new MessagePackCursor(bytes);
        while (!cursor.AtEnd)
        {
            var start = cursor.Position;
            var first = bytes[start];
            if (!cursor.TryStep(out var count))
                break;
            var isMap = first is (>= 0x80 and <= 0x8F) or 0xDE or 0xDF;
            elements.Add(new Element(start, cursor.Position, cursor.Position, open.TryPeek(out var around) ? around.Index : -1, count, isMap));
            if (count > 0)
            {
                open.Push((elements.Count - 1, count));
                continue;
            }

            while (open.TryPop(out var container))
            {
                if (container.Left > 1)
                {
                    open.Push((container.Index, container.Left - 1));
                    break;
                }

                elements[container.Index] = elements[container.Index] with { End = cursor.Position };
            }
        }

        while (open.TryPop(out var cut))
            elements[cut.Index] = elements[cut.Index] with { End = bytes.Length };
        return elements;
    }

    /// <summary>A header for another number of elements.</summary>
    public byte[] HeaderFor(int count)
    {
        var buffer = new byte[5];
        int length;
        if (IsMap)
            MessagePackPrimitives.TryWriteMapHeader(buffer, (uint)(count / 2), out length);
        else
            MessagePackPrimitives.TryWriteArrayHeader(buffer, (uint)count, out length);
        return buffer[..length];
    }
}
