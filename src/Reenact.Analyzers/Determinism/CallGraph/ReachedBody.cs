namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>A body that replay runs.</summary>
/// <param name="facts">What it does.</param>
/// <param name="file">The place of its file in the compilation.</param>
/// <param name="reach">The shortest way to it.</param>
/// <param name="isRoot">Replayed code begins here.</param>
internal sealed class ReachedBody(BodyFacts facts, int file, Reach reach, bool isRoot)
{
    private readonly List<ReachedBody> usedBy = [];

    public BodyFacts Facts { get; } = facts;

    public int File { get; } = file;

    public Reach Reach { get; } = reach;

    public bool IsRoot { get; } = isRoot;

    /// <summary>The bodies that use this one.</summary>
    public IReadOnlyList<ReachedBody> Users => usedBy;

    public void AddUser(ReachedBody user) => usedBy.Add(user);
}
