namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>A parameter of a member of another assembly that has a summary.</summary>
/// <param name="Assembly">The assembly's identity.</param>
/// <param name="Member">The member's documentation id.</param>
/// <param name="Name">The parameter.</param>
/// <param name="MemberName">How messages call the member.</param>
internal readonly record struct ForeignParameter(string Assembly, string Member, string Name, string MemberName);
