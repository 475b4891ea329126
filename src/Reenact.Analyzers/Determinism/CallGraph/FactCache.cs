using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Incremental;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Keeps what was found in bodies for as long as it holds. What a body does depends on its file, on what the compilation declares and on what
/// is known of libraries; other bodies don't matter. So after an edit of a body only the edited file is read again. Thread-safe.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="members">Its members.</param>
/// <param name="scanner">Reads what isn't known.</param>
/// <param name="knowledge">What the project says of libraries.</param>
internal sealed class FactCache(Compilation compilation, SourceMembers members, BodyScanner scanner, string knowledge)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> ByTree = new();

    private readonly Lazy<CompilationDeclarations> declarations = new(() => CompilationDeclarations.Of(compilation));

    public BodyFacts Get(MemberKey key, CancellationToken cancellationToken)
    {
        var slots = Slots(members.Tree(key.File));
        return slots[key.Declaration] ??= scanner.Scan(key, cancellationToken);
    }

    private BodyFacts?[] Slots(SyntaxTree tree)
    {
        if (ByTree.TryGetValue(tree, out var known) && known.Holds(declarations.Value, knowledge))
            return known.Slots;
        lock (ByTree)
        {
            if (ByTree.TryGetValue(tree, out known) && known.Holds(declarations.Value, knowledge))
                return known.Slots;
            ByTree.Remove(tree);
            known = new TreeFacts(declarations.Value, knowledge, new BodyFacts?[TreeMembers.Of(tree).Count]);
            ByTree.Add(tree, known);
            return known.Slots;
        }
    }

    private sealed class TreeFacts(CompilationDeclarations declarations, string knowledge, BodyFacts?[] slots)
    {
        public BodyFacts?[] Slots { get; } = slots;

        public bool Holds(CompilationDeclarations now, string known) => declarations.Equals(now) && knowledge == known;
    }
}
