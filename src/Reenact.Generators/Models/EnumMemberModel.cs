namespace Reenact.Generators.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name in code.</param>
/// <param name="RecordedName">Its name in recordings.</param>
/// <param name="IsAlias">An earlier member has the same number, so values are written under that one's name.</param>
internal sealed record EnumMemberModel(string Name, string RecordedName, bool IsAlias);
