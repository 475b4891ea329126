namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>How messages show which member leads to which.</summary>
internal static class ChainText
{
    public const string Arrow = " → ";

    /// <summary>Stands for the middle of a chain.</summary>
    public const string LeftOut = "…";

    // Longer chains are shown by both ends: a message must stay readable.
    public const int ShownAtEachEnd = 4;

    /// <summary>The names, the first first.</summary>
    public static string Of(List<string> names)
    {
        var cut = names.Count - (2 * ShownAtEachEnd);
        if (cut > 1)
        {
            names.RemoveRange(ShownAtEachEnd, cut);
            names.Insert(ShownAtEachEnd, LeftOut);
        }

        return string.Join(Arrow, names);
    }
}
