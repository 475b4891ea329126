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

    /// <summary>For <see cref="MemberSetting.Fill"/>, the collection interface.</summary>
    public ITypeSymbol? Collection { get; init; }

    /// <summary>For hidden setters and fields, the name in metadata.</summary>
    public string Hidden { get; init; } = "";

    /// <summary>For init-only properties, the name of the setter in metadata, for the case that an initializer can't be used.</summary>
    public string Setter { get; init; } = "";
}
