using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>
/// What the assemblies that a compilation refers to say about their members. Of a file it is read once, as long as the reference is the same
/// object; a project in the same editor has no built assembly, so its code is looked at. Thread-safe.
/// </summary>
internal sealed class ForeignSummaries
{
    private const string Runtime = "Reenact";

    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<EmittedSummary?>> OfFiles = new();

    private readonly ConcurrentDictionary<IAssemblySymbol, IAssemblySummary?> known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<Dictionary<string, IAssemblySymbol>> byIdentity;
    private readonly Compilation compilation;
    private readonly IReadOnlyList<StatedApis> stated;

    /// <param name="compilation">The compilation that uses the assemblies.</param>
    /// <param name="stated">What its project says of libraries.</param>
    public ForeignSummaries(Compilation compilation, IReadOnlyList<StatedApis> stated)
    {
        this.compilation = compilation;
        this.stated = stated;
        byIdentity = new(() => compilation.SourceModule.ReferencedAssemblySymbols
            .GroupBy(static assembly => assembly.Identity.GetDisplayName(), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal));
    }

    /// <summary>The assembly says which of its members are not deterministic.</summary>
    public bool Has(IAssemblySymbol? assembly) => assembly is not null && Of(assembly) is not null;

    /// <summary>Why what is used is not deterministic; null where it is.</summary>
    public MemberReason? Reason(ForeignUse use, CancellationToken cancellationToken) =>
        Of(use.Assembly)?.Reason(use.Member, cancellationToken) is { } reason && (use.MayRunOverride || !reason.IsInOverride) ? reason : null;

    /// <summary>Whether a delegate that is handed to a parameter is called, kept or handed on.</summary>
    public bool Calls(ForeignParameter parameter, CancellationToken cancellationToken) =>
        Of(parameter.Assembly)?.CalledParameters(parameter.Member, cancellationToken).Contains(parameter.Name) ?? true;

    /// <summary>The use of a member, without its symbol.</summary>
    public static ForeignUse Use(ISymbol member, TextSpan site, bool mayRunOverride) =>
        new(IdentityOf(member), IdOf(member), MessageNames.Of(member), site, mayRunOverride);

    /// <summary>A parameter of a member, without its symbol.</summary>
    public static ForeignParameter Parameter(IMethodSymbol member, string name) => new(IdentityOf(member), IdOf(member), name, MessageNames.Of(member));

    private static string IdentityOf(ISymbol member) => member.ContainingAssembly.Identity.GetDisplayName();

    private static string IdOf(ISymbol member) => member.OriginalDefinition.GetDocumentationCommentId() ?? "";

    private IAssemblySummary? Of(string identity) => byIdentity.Value.TryGetValue(identity, out var assembly) ? Of(assembly) : null;

    private IAssemblySummary? Of(IAssemblySymbol assembly) => known.TryGetValue(assembly, out var summary) ? summary : known.GetOrAdd(assembly, Find(assembly));

    private IAssemblySummary? Find(IAssemblySymbol assembly)
    {
        if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static referenced => referenced.Name == Runtime)))
            return null;
        return compilation.GetMetadataReference(assembly) switch
        {
            CompilationReference { Compilation: CSharpCompilation project } => LiveSummary.Of(project, stated),
            { } file => OfFiles.GetValue(file, _ => new StrongBox<EmittedSummary?>(EmittedSummary.Read(assembly))).Value,
            null => null,
        };
    }
}
