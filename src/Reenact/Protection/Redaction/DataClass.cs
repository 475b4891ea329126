namespace Reenact;

/// <summary>
/// A classification of data as <c>Microsoft.Extensions.Compliance</c> knows it: a value of a taxonomy. Immutable.
/// </summary>
/// <param name="taxonomy">The taxonomy's name, such as the full name of the class that defines it.</param>
/// <param name="value">The value in it, such as <c>Private</c>.</param>
public sealed class DataClass(string taxonomy, string value)
{
    /// <summary>The taxonomy's name.</summary>
    public string Taxonomy { get; } = taxonomy;

    /// <summary>The value in it.</summary>
    public string Value { get; } = value;

    /// <summary><c>taxonomy:value</c></summary>
    public override string ToString() => $"{Taxonomy}:{Value}";
}
