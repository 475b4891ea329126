using Microsoft.Extensions.Compliance.Classification;

namespace Reenact.Extensions.Compliance.Tests;

/// <summary>Classes of data as an application defines them: only the attributes' constructors know which they are.</summary>
public static class Taxonomy
{
    public static DataClassification Private => new("Acme", "Private");

    public static DataClassification Card => new("Acme", "Card");
}

public sealed class PrivateDataAttribute() : DataClassificationAttribute(Taxonomy.Private);

public sealed class CardDataAttribute(string scheme) : DataClassificationAttribute(Taxonomy.Card)
{
    public string Scheme { get; } = scheme;
}
