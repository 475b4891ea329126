namespace Reenact.Generators.Models;

/// <summary>A type that values of a union can have.</summary>
/// <param name="Type">In code.</param>
/// <param name="Name">What its codec within the union's is called.</param>
/// <param name="Discriminator">What tells it; null for the union's own type, which is told by having none.</param>
/// <param name="Object">Its members; null where another codec writes it.</param>
/// <param name="Codec">That codec; empty where its members are written.</param>
internal sealed record UnionCaseModel(string Type, string Name, DiscriminatorModel? Discriminator, ObjectCodecModel? Object, string Codec);
