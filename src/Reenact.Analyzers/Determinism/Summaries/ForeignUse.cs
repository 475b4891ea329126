using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>A use of a member of another assembly that has a summary.</summary>
/// <param name="Assembly">The assembly's identity.</param>
/// <param name="Member">The member's documentation id.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Site">Where it is used.</param>
/// <param name="MayRunOverride">What runs may be an override of the member.</param>
internal readonly record struct ForeignUse(string Assembly, string Member, string Name, TextSpan Site, bool MayRunOverride);
