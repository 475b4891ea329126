namespace Reenact.Generators.Models;

/// <summary>A codec to emit.</summary>
/// <param name="Name">The codec's own name.</param>
/// <param name="Type">The type of its values, in code.</param>
/// <param name="TypeName">The type's full name, for people.</param>
internal abstract record ValueCodecModel(string Name, string Type, string TypeName)
{
    /// <summary>Where it stands.</summary>
    public PlacementModel Placement { get; init; } = PlacementModel.Default;

    /// <summary>How other code names it; it can do so where the type is in reach.</summary>
    public string Reference => Placement.Scope + Name + Placement.TypeParameters;
}
