using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;
using Reenact.Generators.Values;

namespace Reenact.Analyzers.Data;

/// <summary>Walks the members that recording a value reads: through collections, tuples and types that are not the framework's.</summary>
internal static class RecordedTypes
{
    /// <summary>Every recorded member of the type and of what it holds, each once, nearest first.</summary>
    public static IEnumerable<ISymbol> Members(ITypeSymbol type, KnownTypes known, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var left = new Queue<ITypeSymbol>();
        left.Enqueue(type);
        while (left.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = left.Dequeue();
            if (!seen.Add(next))
                continue;
            if (next is IArrayTypeSymbol array)
            {
                left.Enqueue(array.ElementType);
                continue;
            }

            if (next is not INamedTypeSymbol named || KnownTypes.Find(named, known.ValueCodecAttribute) is not null)
                continue;
            foreach (var argument in named.TypeArguments)
                left.Enqueue(argument);
            if (named.TypeKind is not (TypeKind.Class or TypeKind.Struct) || named.SpecialType != SpecialType.None || IsFramework(named))
                continue;
            foreach (var member in ObjectMembers.Of(named, known))
            {
                if (member.IsIgnored || (member.IsComputed && !ConstructorChoice.Takes(named, member)))
                    continue;
                yield return member.Symbol;
                left.Enqueue(member.Type);
            }
        }
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        && TypeNames.Namespace(type) is var space
        && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
