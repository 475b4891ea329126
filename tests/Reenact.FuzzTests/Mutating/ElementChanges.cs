namespace Reenact.FuzzTests;

/// <summary>Changes of MessagePack that leave it MessagePack, mostly: what stands around a change keeps count of it.</summary>
internal static class ElementChanges
{
    /// <summary>Makes one change.</summary>
    /// <param name="bytes">A run of MessagePack.</param>
    /// <param name="step">Which change.</param>
    /// <returns>What came of it, and how many elements more there are in the run.</returns>
    public static (byte[] Bytes, int More) Apply(byte[] bytes, Step step)
    {
        var elements = Element.In(bytes);
        if (elements.Count == 0)
            return (bytes, 0);
        var element = elements[step.At(elements.Count)];
        var other = elements[step.OtherAt(elements.Count)];
        var whole = bytes[element.Start..element.End];
        switch (step.Kind % 9)
        {
            case 0 or 1 or 2:
                return (Replace(bytes, element.Start, element.End, step.Pick(HostileElements.All)), 0);
            case 3:
                return (Replace(bytes, element.Start, element.End, bytes[other.Start..other.End]), 0);
            case 4:
                return Count(bytes, elements, element, Replace(bytes, element.Start, element.End, []), -1);
            case 5:
                return Count(bytes, elements, element, Replace(bytes, element.End, element.End, whole), 1);
            case 6:
                return Count(bytes, elements, element, Replace(bytes, element.Start, element.Start, step.Pick(HostileElements.All)), 1);
            case 7:
                var depth = (int)(step.Other % 66);
                return (Replace(bytes, element.Start, element.End, [.. Enumerable.Repeat((byte)0x91, depth), .. whole]), 0);
            default:
                // An integer, most often; what it is of, its place says.
                var changed = (byte[])bytes.Clone();
                changed[element.Header - 1] = (byte)step.Value;
                return (changed, 0);
        }
    }

    /// <summary>Corrects the count of what is around an element that went or came.</summary>
    private static (byte[] Bytes, int More) Count(byte[] before, List<Element> elements, Element element, byte[] changed, int by)
    {
        if (element.Parent < 0)
            return (changed, by);
        var parent = elements[element.Parent];
        if (parent.IsMap)
            return (before, 0); // Half a pair would only be what the other changes make already.
        return (Replace(changed, parent.Start, parent.Header, parent.HeaderFor(parent.Count + by)), 0);
    }

    private static byte[] Replace(byte[] bytes, int start, int end, byte[] by) => [.. bytes[..start], .. by, .. bytes[end..]];
}
