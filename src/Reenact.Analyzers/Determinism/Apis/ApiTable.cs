using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// Verdicts by documentation id. An id of a type stands for its members and for those of its nested types, an id of a namespace for
/// everything in it and below it, an id of a method without parameters for all its overloads. Thread-safe once it is filled.
/// </summary>
internal sealed class ApiTable
{
    private readonly Dictionary<string, ApiVerdict> all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiVerdict> namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeVerdicts> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> typeNames = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ApiVerdict> All => all;

    public static ApiTable Of(params IReadOnlyList<ApiGroup>[] tables)
    {
        var table = new ApiTable();
        foreach (var group in tables.SelectMany(groups => groups))
        {
            var verdict = new ApiVerdict(group.Rule, group.Remedy, group.Severity);
            foreach (var id in group.Ids)
                table.Add(id, verdict);
        }

        return table;
    }

    /// <exception cref="ArgumentException">The table has this id already.</exception>
    public void Add(string id, ApiVerdict verdict)
    {
        all.Add(id, verdict);
        switch (id[0])
        {
            case 'N':
                namespaces.Add(id.Substring(2), verdict);
                break;
            case 'T':
                About(id.Substring(2)).Own = verdict;
                break;
            default:
                About(ApiId.TypeOf(id)).Add(id, verdict);
                break;
        }
    }

    /// <summary>What is said about a namespace itself.</summary>
    public ApiVerdict? Of(INamespaceSymbol @namespace) =>
        namespaces.Count > 0 && namespaces.TryGetValue(@namespace.ToDisplayString(), out var verdict) ? verdict : null;

    /// <summary>What is said about a type and its members; null for nothing, which most often its name alone tells.</summary>
    public TypeVerdicts? Of(INamedTypeSymbol type) =>
        typeNames.Contains(type.Name)
        && type.GetDocumentationCommentId() is { } id
        && types.TryGetValue(id.Substring(2), out var found) ? found : null;

    private TypeVerdicts About(string type)
    {
        if (types.TryGetValue(type, out var found))
            return found;
        typeNames.Add(ApiId.NameOf("T:" + type));
        return types[type] = new TypeVerdicts();
    }
}
