using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Tells what kind of state a static field, property or event is. One instance per compilation; thread-safe.</summary>
internal sealed class StaticMembers(Compilation compilation, ReenactSymbols? symbols, ApiLookup apis)
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    private readonly ConcurrentDictionary<ISymbol, StaticKind> kinds = new(Same);
    private readonly IAssemblySymbol? runtime = symbols?.Known.RecordedAttribute?.ContainingAssembly;
    private readonly INamedTypeSymbol? random = compilation.GetTypeByMetadataName("System.Random");
    private readonly INamedTypeSymbol? threadStatic = compilation.GetTypeByMetadataName("System.ThreadStaticAttribute");

    /// <summary>What people call the member: for the field behind a property or an event, that.</summary>
    public static ISymbol Named(ISymbol member) => (member as IFieldSymbol)?.AssociatedSymbol ?? member;

    public StaticKind Of(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (!kinds.TryGetValue(member, out var kind))
            kinds.TryAdd(member, kind = Decide(member));
        return kind;
    }

    /// <summary>
    /// Whether a use of the property gets to its storage unseen. An accessor with a body is code of its own, which shows what it touches.
    /// </summary>
    public bool UsesStorage(IPropertyReferenceOperation reference) =>
        !IsOurs(reference.Property)
        || (Written.Is(reference) && Accessors.IsAuto(reference.Property.SetMethod))
        || (!Written.IsOnly(reference) && Accessors.IsAuto(reference.Property.GetMethod));

    private StaticKind Decide(ISymbol member)
    {
        if (IsLog(member))
            return StaticKind.None;
        if (symbols?.IsStatedDeterministic(Named(member)) == true || Same.Equals(member.ContainingAssembly, runtime) || (!IsOurs(member) && apis.IsFine(member)))
            return StaticKind.None;
        return member switch
        {
            IFieldSymbol { IsConst: true } => StaticKind.None,
            IFieldSymbol field when IsOurs(field) || !IsFramework(field) => OfField(field),
            IPropertySymbol property when IsOurs(property) => OfOwnProperty(property),
            // What accessors of other assemblies do can't be seen: a property that can be set has a place where its value stays.
            IPropertySymbol property when !IsFramework(property) => property.SetMethod is not null ? StaticKind.Mutable : Held(property.Type),
            // Who subscribes stays subscribed, also to events of the framework.
            IEventSymbol @event => IsOurs(@event) && !Accessors.IsFieldLike(@event) ? StaticKind.None : StaticKind.Mutable,
            _ => StaticKind.None,
        };
    }

    private StaticKind OfField(IFieldSymbol field) => (field.IsReadOnly || SettledFields.Is(field, compilation)) && !IsPerThread(field) ? Held(field.Type) : StaticKind.Mutable;

    private StaticKind OfOwnProperty(IPropertySymbol property)
    {
        if (Accessors.IsAuto(property.GetMethod) || Accessors.IsAuto(property.SetMethod))
            return property.SetMethod is null ? Held(property.Type) : StaticKind.Mutable;
        return Accessors.BackingField(property) is { } kept && Of(kept) == StaticKind.Holder || Accessors.PassedOn(property) is { } behind && HandsOut(behind)
            ? StaticKind.Holder
            : StaticKind.None;
    }

    /// <summary>
    /// A property is used in other files, where no method's body may decide what it is: a private field counts also if one replaces it.
    /// </summary>
    private bool HandsOut(ISymbol member) => Of(member) switch
    {
        StaticKind.Holder => true,
        StaticKind.Mutable => member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field && Held(field.Type) == StaticKind.Holder,
        _ => false,
    };

    private StaticKind Held(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same.Equals(at, random))
                return StaticKind.Random;
        }

        return StaticKind.Holder;
    }

    /// <summary>Where logs are written to: no result depends on it.</summary>
    private static bool IsLog(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    } is { TypeKind: TypeKind.Interface, Name: "ILogger" or "ILoggerFactory" };

    private bool IsPerThread(IFieldSymbol field) => field.GetAttributes().Any(attribute => Same.Equals(attribute.AttributeClass, threadStatic));

    private bool IsOurs(ISymbol member) => Same.Equals(member.ContainingAssembly, compilation.Assembly);

    private static bool IsFramework(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space?.Name is "System" or "Microsoft";
    }
}
