using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Values;

/// <summary>A type whose codec is emitted, within a composed one.</summary>
/// <param name="Type">The class, struct or enum.</param>
/// <param name="Path">Where it stands: empty, or <c>[]</c> for an element.</param>
internal sealed record ValuePart(INamedTypeSymbol Type, string Path);
