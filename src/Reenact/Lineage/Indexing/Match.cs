namespace Reenact.Lineage;

/// <summary>A scalar of an event, and where its content came up before.</summary>
/// <param name="Kind">How it reappears.</param>
/// <param name="Path">Where it is in the later event.</param>
/// <param name="Text">What both have.</param>
/// <param name="Source">Where it came up.</param>
internal readonly record struct Match(LineageMatch Kind, string Path, string Text, Source Source);
