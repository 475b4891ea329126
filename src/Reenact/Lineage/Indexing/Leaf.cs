namespace Reenact.Lineage;

/// <summary>A scalar within the values of an event.</summary>
/// <param name="Ordinal">Its place among those of its event, from 0.</param>
/// <param name="Text">The text: its number in the table; −1 when it is none, or too much.</param>
/// <param name="Number">A number, in its one form; null when it is none.</param>
internal readonly record struct Leaf(int Ordinal, int Text, string? Number);
