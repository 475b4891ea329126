namespace Reenact.Comparing;

/// <summary>What a million tokens of a model cost, in any currency. Immutable.</summary>
/// <param name="Input">A million tokens that the model read.</param>
/// <param name="Output">A million tokens that it wrote.</param>
/// <param name="CachedInput">A million tokens that came from a cache; null when they cost what others do.</param>
public sealed record ModelPrice(decimal Input, decimal Output, decimal? CachedInput = null);
