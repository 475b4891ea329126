using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>
/// Finds the verdict on a member of another assembly. What is said about the member itself goes before what is said about its type,
/// that before its namespace, and that before its base types and interfaces; where two tables say something equally specific, the first
/// is believed. One instance per compilation; thread-safe; every answer is kept.
/// </summary>
internal sealed class ApiLookup
{
    private readonly ConcurrentDictionary<ISymbol, ApiVerdict?> verdicts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeVerdicts[]> types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamespaceSymbol, ApiVerdict?> namespaces = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? timeProvider;
    private readonly IReadOnlyList<ApiTable> tables;
    private readonly SafeInterfaces safe;

    /// <param name="compilation">The compilation whose code is judged.</param>
    /// <param name="summaries">What assemblies say about themselves; goes before what their base types and interfaces are known for.</param>
    /// <param name="stated">What the project says about APIs; goes before the built-in tables.</param>
    public ApiLookup(Compilation compilation, ForeignSummaries summaries, params IReadOnlyList<ApiTable> stated)
    {
        Summaries = summaries;
        timeProvider = compilation.GetTypeByMetadataName("System.TimeProvider");
        tables = [.. stated, FrameworkApis.Table, OtherLibraries.Table];
        safe = new SafeInterfaces(this);
    }

    /// <param name="compilation">The compilation whose code is judged.</param>
    /// <param name="stated">What the project says about APIs; goes before the built-in tables.</param>
    public ApiLookup(Compilation compilation, params IReadOnlyList<ApiTable> stated)
        : this(compilation, new ForeignSummaries(compilation, []), stated)
    {
    }

    /// <summary>What assemblies say about themselves.</summary>
    public ForeignSummaries Summaries { get; }

    /// <summary>The verdict that names a broken rule, or null.</summary>
    public ApiVerdict? Find(ISymbol member) => Say(member) is { Rule: not null } broken ? broken : null;

    /// <summary>Whether something is known of the member, also of the property or event that it is an accessor of.</summary>
    public bool IsJudged(ISymbol member) => Say(member is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : member) is not null;

    /// <summary>Whether the member is known to be deterministic.</summary>
    public bool IsFine(ISymbol member) => Say(member) is { Rule: null };

    /// <summary>Whether what implements an interface may be taken as deterministic, whoever wrote it.</summary>
    public bool IsSafe(INamedTypeSymbol type) => safe.Contains(type.OriginalDefinition);

    /// <summary>Whether it is known what calls through an interface mean, whoever implements it.</summary>
    public bool IsJudged(INamedTypeSymbol type) => Say(type) is not null || IsSafe(type);

    /// <summary>What the tables say about a type as a whole; null for nothing.</summary>
    public ApiVerdict? Say(INamedTypeSymbol type) => OfTypeAround(type.OriginalDefinition) ?? OfNamespace(type);

    private ApiVerdict? Say(ISymbol member)
    {
        // Constants and members of enumerations are the same everywhere.
        if (member is IFieldSymbol { HasConstantValue: true } || member.ContainingType is null)
            return null;
        member = member.OriginalDefinition;
        return verdicts.TryGetValue(member, out var known) ? known : verdicts.GetOrAdd(member, Decide(member));
    }

    private ApiVerdict? Decide(ISymbol member)
    {
        var verdict = DecideByTables(member);

        // What such an overload does is the provider's business, and 'TimeProvider.System' is reported where it is named.
        return verdict?.Rule == Descriptors.Scheduling && TakesTimeProvider(member) ? null : verdict;
    }

    private ApiVerdict? DecideByTables(ISymbol member)
    {
        var type = member.ContainingType;
        if ((OfMember(type, member) ?? OfTypeAround(type) ?? OfNamespace(type)) is { } own)
            return own;
        if (Summaries.Has(member.ContainingAssembly))
            return null;

        for (var @base = type.BaseType; @base is { SpecialType: not SpecialType.System_Object }; @base = @base.BaseType)
        {
            if (OfInherited(@base.OriginalDefinition, member) is { } inherited)
                return inherited;
        }

        return type.AllInterfaces.Select(declared => OfImplemented(declared, member, type)).FirstOrDefault(found => found is not null);
    }

    private ApiVerdict? OfInherited(INamedTypeSymbol @base, ISymbol member)
    {
        if (Known(@base).Length == 0)
            return null;
        if (member.IsStatic || member is IMethodSymbol { MethodKind: MethodKind.Constructor })
            return OfType(@base);

        // A member that hides one of the base type ('SqlCommand.Parameters') does what that does.
        var overridden = Overridden(member, @base) ?? @base.GetMembers(member.Name).FirstOrDefault(hidden => hidden.Kind == member.Kind);
        return (overridden is null ? null : OfMember(@base, overridden)) ?? OfType(@base);
    }

    private ApiVerdict? OfImplemented(INamedTypeSymbol declared, ISymbol member, INamedTypeSymbol type)
    {
        var definition = declared.OriginalDefinition;
        if (Known(definition).Length == 0)
            return null;

        // A member that an interface adds to its base is of the same nature; one of a class is, where it implements it.
        if (type.TypeKind == TypeKind.Interface)
            return OfType(definition);
        foreach (var promised in declared.GetMembers(member.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(promised), member))
                return OfMember(definition, promised.OriginalDefinition) ?? OfType(definition);
        }

        return null;
    }

    private ApiVerdict? OfMember(INamedTypeSymbol type, ISymbol member)
    {
        var known = Known(type);
        if (!known.Any(said => said.MayName(member)) || member.OriginalDefinition.GetDocumentationCommentId() is not { } id)
            return null;
        return Find(known, id) ?? Find(known, ApiId.WithoutParameters(id)) ?? Find(known, ApiId.WithoutArity(id));
    }

    private static ApiVerdict? Find(TypeVerdicts[] known, string id) =>
        known.Select(said => said.Find(id)).FirstOrDefault(verdict => verdict is not null);

    private ApiVerdict? OfTypeAround(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (OfType(type) is { } verdict)
                return verdict;
        }

        return null;
    }

    private ApiVerdict? OfType(INamedTypeSymbol type) => Known(type).Select(said => said.Own).FirstOrDefault(verdict => verdict is not null);

    private TypeVerdicts[] Known(INamedTypeSymbol type) =>
        types.TryGetValue(type, out var known)
            ? known
            : types.GetOrAdd(type, [.. tables.Select(table => table.Of(type)).OfType<TypeVerdicts>()]);

    private ApiVerdict? OfNamespace(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } innermost ? namespaces.GetOrAdd(innermost, OfNamespaceAround) : null;

    private ApiVerdict? OfNamespaceAround(INamespaceSymbol innermost)
    {
        for (var @namespace = innermost; @namespace is { IsGlobalNamespace: false }; @namespace = @namespace.ContainingNamespace)
        {
            if (tables.Select(table => table.Of(@namespace)).FirstOrDefault(verdict => verdict is not null) is { } verdict)
                return verdict;
        }

        return null;
    }

    private bool TakesTimeProvider(ISymbol member) =>
        member is IMethodSymbol method && method.Parameters.Any(p => SymbolEqualityComparer.Default.Equals(p.Type, timeProvider));

    private static ISymbol? Overridden(ISymbol member, INamedTypeSymbol @base)
    {
        for (var step = Overridden(member); step is not null; step = Overridden(step))
        {
            if (SymbolEqualityComparer.Default.Equals(step.ContainingType, @base))
                return step;
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod?.OriginalDefinition,
        IPropertySymbol property => property.OverriddenProperty?.OriginalDefinition,
        IEventSymbol @event => @event.OverriddenEvent?.OriginalDefinition,
        _ => null,
    };
}
