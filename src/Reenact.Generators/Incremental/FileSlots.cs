using System.Collections.Immutable;
using Reenact.Generators.Emitting;

namespace Reenact.Generators.Incremental;

/// <summary>
/// A fixed number of places for emitted files, each found by name. A step compares what it made with what it made before by position; in a
/// list, one new file would shift all that follow, and emit them again. In a slot it shifts at most the few that share it.
/// </summary>
internal static class FileSlots
{
    private const int Count = 1024;

    public static ImmutableArray<int> All { get; } = [.. Enumerable.Range(0, Count)];

    public static int Of(string name) => (int)(Fnv1A.Hash(name) % Count);
}
