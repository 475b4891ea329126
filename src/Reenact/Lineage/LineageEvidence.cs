namespace Reenact.Lineage;

/// <summary>Content that two events have in common. Immutable.</summary>
/// <param name="Match">How it reappears.</param>
/// <param name="Path">Where it is in the later event: <c>flights[0].flight_number</c>.</param>
/// <param name="EarlierPath">Where it is in the earlier event.</param>
/// <param name="Text">The content that both have, cut after 200 characters; not escaped.</param>
public sealed record LineageEvidence(LineageMatch Match, string Path, string EarlierPath, string Text);
