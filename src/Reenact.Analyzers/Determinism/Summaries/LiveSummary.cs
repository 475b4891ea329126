using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>
/// What the code of another project in the same editor says, member by member as they are asked for. What its bodies do is kept with
/// its files, so an edit of one reads only that one again.
/// </summary>
internal sealed class LiveSummary : IAssemblySummary
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, LiveSummary?>> ByCompilation = new();

    private readonly ConcurrentDictionary<string, MemberReason?> reasons = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, ISymbol>> explicitImplementations;
    private readonly AnalyzedProject project;

    private LiveSummary(AnalyzedProject project)
    {
        this.project = project;
        explicitImplementations = new(() => VisibleMembers.Of(project.Compilation)
            .Where(static member => member is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false })
            .ToLookup(static member => member.GetDocumentationCommentId() ?? "", StringComparer.Ordinal));
    }

    /// <summary>Null for a project that does not refer to the runtime.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="stated">What the project that uses it says of libraries; most often a solution says it once.</param>
    public static LiveSummary? Of(CSharpCompilation compilation, IReadOnlyList<StatedApis> stated) =>
        ByCompilation.GetValue(compilation, static _ => new(StringComparer.Ordinal)).GetOrAdd(
            StatedApis.FingerprintOf(stated),
            _ => ReenactSymbols.Of(compilation) is { } symbols ? new LiveSummary(new AnalyzedProject(compilation, symbols, stated)) : null);

    public MemberReason? Reason(string member, CancellationToken cancellationToken)
    {
        if (!reasons.TryGetValue(member, out var reason))
            reasons[member] = reason = Symbol(member) is { } symbol ? LibraryWalk.Reasons(project, [symbol], cancellationToken).FirstOrDefault().Reason : null;
        return reason;
    }

    public IReadOnlyList<string> CalledParameters(string member, CancellationToken cancellationToken) =>
        Symbol(member) is { } symbol ? DelegateParameters.Of(project, symbol, cancellationToken) : [];

    private ISymbol? Symbol(string id)
    {
        foreach (var symbol in DocumentationCommentId.GetSymbolsForDeclarationId(id, project.Compilation))
        {
            if (project.Scanner.Bodies.IsOurs(symbol))
                return symbol;
        }

        return explicitImplementations.Value[id].FirstOrDefault();
    }
}
