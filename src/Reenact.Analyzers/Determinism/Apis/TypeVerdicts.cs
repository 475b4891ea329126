using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>What one table says about a type and its members.</summary>
internal sealed class TypeVerdicts
{
    private readonly Dictionary<string, ApiVerdict> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> memberNames = new(StringComparer.Ordinal);

    /// <summary>The verdict on the type as a whole; null for none.</summary>
    public ApiVerdict? Own { get; set; }

    public void Add(string memberId, ApiVerdict verdict)
    {
        members.Add(memberId, verdict);
        memberNames.Add(ApiId.NameOf(memberId));
    }

    /// <summary>Whether a member may have a verdict of its own. Asked before its id is built.</summary>
    public bool MayName(ISymbol member) => memberNames.Contains(member.MetadataName);

    public ApiVerdict? Find(string memberId) => members.TryGetValue(memberId, out var verdict) ? verdict : null;
}
