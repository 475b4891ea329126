namespace Reenact.Benchmarks.Values;

/// <summary>A small data type, of which there are many.</summary>
public sealed record Line(int Number, string Product, double Price, bool InStock);
