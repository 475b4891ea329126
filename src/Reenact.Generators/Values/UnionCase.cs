using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Values;

/// <summary>A type that values of a union can have.</summary>
/// <param name="Type">The type.</param>
/// <param name="Discriminator">What tells it; null for the union's own type where nothing names that.</param>
internal sealed record UnionCase(INamedTypeSymbol Type, DiscriminatorModel? Discriminator);
