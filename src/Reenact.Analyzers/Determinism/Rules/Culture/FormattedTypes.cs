using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>
/// What the culture decides of the text of a type's values. Tuples, pairs, anonymous types and records that leave their <c>ToString</c> to
/// the compiler print their parts under the current culture. Thread-safe.
/// </summary>
internal sealed class FormattedTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, Sensitivity> composed = new(SymbolEqualityComparer.Default);

    public Sensitivity Of(ITypeSymbol? type, string? format)
    {
        var kind = ValueKinds.Of(type);
        return kind != ValueKind.Other ? FormatStrings.Of(kind, format) : OfComposed(type);
    }

    private Sensitivity OfComposed(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => OfComposed(nullable.TypeArguments[0]),
        INamedTypeSymbol named when named.IsTupleType || named.IsAnonymousType || named.IsRecord || FrameworkTypes.Is(named, "KeyValuePair", "System", "Collections", "Generic") =>
            composed.TryGetValue(named, out var known) ? known : Compose(named, []),
        _ => Sensitivity.None,
    };

    private Sensitivity Compose(INamedTypeSymbol type, HashSet<ITypeSymbol> around)
    {
        if (!around.Add(type.OriginalDefinition))
            return Sensitivity.None;
        var most = Sensitivity.None;
        foreach (var part in Parts(type))
        {
            var kind = ValueKinds.Of(part);
            var sensitivity = kind != ValueKind.Other ? FormatStrings.Of(kind, format: null)
                : part is INamedTypeSymbol named && (named.IsTupleType || named.IsRecord) ? Compose(named, around)
                : Sensitivity.None;
            if (sensitivity > most)
                most = sensitivity;
        }

        around.Remove(type.OriginalDefinition);
        // What was cut short at a cycle is not the whole answer.
        if (around.Count == 0)
            composed.TryAdd(type, most);
        return most;
    }

    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type)
    {
        if (type.IsTupleType)
            return type.TupleElements.Select(static element => element.Type);
        if (!type.IsRecord)
            return type.IsAnonymousType ? type.GetMembers().OfType<IPropertySymbol>().Select(static property => property.Type) : type.TypeArguments;
        return Printed(type);
    }

    private static IEnumerable<ITypeSymbol> Printed(INamedTypeSymbol record)
    {
        // Whoever writes one of the two decides what is printed, and that code is followed.
        if (record.GetMembers().OfType<IMethodSymbol>().Any(static method => method.Name is "ToString" or "PrintMembers" && method.Parameters.Length <= 1 && !method.IsImplicitlyDeclared))
            yield break;
        for (var type = record; type is { IsRecord: true }; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsOverride: false } && PrintedType(member) is { } printed)
                    yield return printed;
            }
        }
    }

    private static ITypeSymbol? PrintedType(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };
}
