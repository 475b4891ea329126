namespace Reenact.Values;

/// <summary>One step into a value: from an array to an element, or from a map to what stands under a key.</summary>
/// <param name="Start">Where the element begins, in bytes from where the whole value does.</param>
/// <param name="Index">Its place in an array; −1 in a map.</param>
/// <param name="Key">Its key in a map, as it is encoded.</param>
internal readonly record struct PathStep(int Start, int Index, ReadOnlyMemory<byte> Key)
{
    /// <summary>Whether both lead from equal containers to equal places.</summary>
    public bool LeadsAs(PathStep other) => Index == other.Index && Key.Span.SequenceEqual(other.Key.Span);

    /// <summary>The path as people write it: <c>order.Lines[2]</c>.</summary>
    public static string Print(string root, IEnumerable<PathStep> steps, IBlobSource blobs)
    {
        var path = new ValuePath(root);
        foreach (var step in steps)
        {
            if (step.Index >= 0)
                path.Enter(step.Index);
            else
                path.Enter(new EncodedValue(step.Key, blobs));
        }

        return path.ToString();
    }
}
