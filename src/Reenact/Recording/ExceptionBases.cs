namespace Reenact.Recorders;

/// <summary>The base types of an exception's type, by which a replay finds what stands in for a type that it can't make.</summary>
internal static class ExceptionBases
{
    private const int Most = 16;

    /// <summary>
    /// The full names of the types between this one and the framework's, nearest first, and of the first of the framework's; none for a type of
    /// the framework, which a replay knows.
    /// </summary>
    public static IReadOnlyList<string> Of(Type type)
    {
        if (IsOfFramework(type))
        {
            return [];
        }

        var bases = new List<string>();
        for (var at = type.BaseType; at is not null && bases.Count < Most; at = at.BaseType)
        {
            bases.Add(at.FullName ?? at.Name);
            if (IsOfFramework(at))
            {
                break;
            }
        }

        return bases;
    }

    private static bool IsOfFramework(Type type) => type.FullName?.StartsWith("System.", StringComparison.Ordinal) == true;
}
