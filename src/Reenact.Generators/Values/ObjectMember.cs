using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Values;

/// <summary>A public property or field of a class or struct.</summary>
/// <param name="Symbol">The property (its most derived override) or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Setting">How it can be set after construction; <see cref="MemberSetting.None"/> where only a constructor can.</param>
/// <param name="IsIgnored">It is left out of recordings.</param>
internal sealed record ObjectMember(ISymbol Symbol, ITypeSymbol Type, MemberSetting Setting, bool IsIgnored)
{
    /// <summary>It holds nothing itself, so it is recorded only when a constructor takes it.</summary>
    public bool IsComputed { get; init; }

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>What sets it: for accessors the type that declares the setter or field, for <see cref="MemberSetting.Fill"/> the collection interface.</summary>
    public ITypeSymbol Target { get; init; } = Symbol.ContainingType;

    /// <summary>The name in metadata of its setter or field, where an accessor can reach it; else empty.</summary>
    public string Hidden { get; init; } = "";
}
