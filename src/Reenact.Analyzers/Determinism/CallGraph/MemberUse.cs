using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>A member that an expression runs, and what is known of the object it runs on.</summary>
internal readonly struct MemberUse(IMethodSymbol member, ITypeSymbol? receiver = null, bool isExact = false)
{
    public IMethodSymbol Member { get; } = member;

    /// <summary>The type of the object, as far as the code says; null for static members and where the member decides.</summary>
    public ITypeSymbol? Receiver { get; } = receiver;

    /// <summary>The object is of just that type, or the call isn't virtual.</summary>
    public bool IsExact { get; } = isExact;
}
