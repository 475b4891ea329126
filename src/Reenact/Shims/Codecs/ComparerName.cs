using System.Globalization;

namespace Reenact.Shims;

/// <summary>
/// The comparers of sets and dictionaries by name. Those of text that .NET names are made again when a recording is
/// read; of others the recording keeps the type's name, and what is read back has the default comparer.
/// </summary>
internal static class ComparerName
{
    private const string Ordinal = nameof(StringComparer.Ordinal);
    private const string OrdinalIgnoreCase = nameof(StringComparer.OrdinalIgnoreCase);
    private const string InvariantCulture = nameof(StringComparer.InvariantCulture);
    private const string InvariantCultureIgnoreCase = nameof(StringComparer.InvariantCultureIgnoreCase);

    /// <summary>Names a comparer; null for the default one.</summary>
    public static string? Of<T>(IEqualityComparer<T>? comparer)
    {
        if (comparer is null || comparer == EqualityComparer<T>.Default)
            return null;

        // Text compares ordinally by default.
        return AsEquality(OfText(comparer) ?? comparer.GetType().FullName);
    }

    /// <summary>Names a comparer; null for the default one.</summary>
    public static string? Of<T>(IComparer<T>? comparer) =>
        comparer is null || comparer == Comparer<T>.Default ? null : OfText(comparer) ?? comparer.GetType().FullName;

    /// <summary>The comparer of that name, the default one where none of that name is known.</summary>
    public static IEqualityComparer<T>? Equality<T>(string? name) => Text(name) as IEqualityComparer<T>;

    /// <summary>The comparer of that name, the default one where none of that name is known.</summary>
    public static IComparer<T>? Order<T>(string? name) => Text(name) as IComparer<T>;

    /// <summary>The name of the equality comparer that goes with a comparer of that name: ordinal text is the default of hashed collections.</summary>
    public static string? AsEquality(string? order) => order == Ordinal ? null : order;

    private static string? OfText(object comparer)
    {
        if (comparer is not IEqualityComparer<string?> text)
            return null;

        if (StringComparer.IsWellKnownOrdinalComparer(text, out var ignoreCase))
            return ignoreCase ? OrdinalIgnoreCase : Ordinal;

        if (!StringComparer.IsWellKnownCultureAwareComparer(text, out var compareInfo, out var options) || compareInfo.Name.Length > 0)
            return null;

        return options switch
        {
            CompareOptions.None => InvariantCulture,
            CompareOptions.IgnoreCase => InvariantCultureIgnoreCase,
            _ => null,
        };
    }

    private static StringComparer? Text(string? name) => name switch
    {
        Ordinal => StringComparer.Ordinal,
        OrdinalIgnoreCase => StringComparer.OrdinalIgnoreCase,
        InvariantCulture => StringComparer.InvariantCulture,
        InvariantCultureIgnoreCase => StringComparer.InvariantCultureIgnoreCase,
        _ => null,
    };
}
