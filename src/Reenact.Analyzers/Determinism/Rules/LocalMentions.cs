using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>
/// Where a body declares and names its locals. Found once for a body: a long one has many locals, and asks for each of them. Thread-safe.
/// </summary>
internal sealed class LocalMentions
{
    private static readonly ConditionalWeakTable<IOperation, LocalMentions> ByBody = new();

    private readonly Dictionary<ILocalSymbol, List<IOperation>> byLocal = new(SymbolEqualityComparer.Default);

    private LocalMentions(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            var local = operation switch
            {
                ILocalReferenceOperation reference => reference.Local,
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol as ILocalSymbol,
                _ => null,
            };
            if (local is null)
                continue;
            if (!byLocal.TryGetValue(local, out var mentions))
                byLocal.Add(local, mentions = []);
            mentions.Add(operation);
        }
    }

    /// <summary>All declarators, patterns and references of a local, in the order of the source.</summary>
    /// <param name="local">The local.</param>
    /// <param name="inside">Any operation of the body that declares it.</param>
    public static IReadOnlyList<IOperation> Of(ILocalSymbol local, IOperation inside)
    {
        while (inside.Parent is { } parent)
            inside = parent;
        return ByBody.GetValue(inside, static body => new LocalMentions(body)).byLocal.TryGetValue(local, out var mentions) ? mentions : [];
    }

    /// <summary>Everything that names a local.</summary>
    public static IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local, IOperation inside) => Of(local, inside).OfType<ILocalReferenceOperation>();
}
