namespace Reenact.Lineage;

/// <summary>Where content came up: a scalar of an event that brings something new into the session.</summary>
/// <param name="Event">The number of the event.</param>
/// <param name="Leaf">The scalar's place in it.</param>
/// <param name="IsModel">Whether a model said it: what others say comes first.</param>
internal readonly record struct Source(long Event, int Leaf, bool IsModel);
