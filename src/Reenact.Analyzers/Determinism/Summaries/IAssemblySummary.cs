namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>Which members of an assembly are not deterministic. Thread-safe.</summary>
internal interface IAssemblySummary
{
    /// <summary>Why a member is not deterministic; null for one that is.</summary>
    /// <param name="member">The member's documentation id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    MemberReason? Reason(string member, CancellationToken cancellationToken);

    /// <summary>The parameters whose delegates a member calls, keeps or hands on.</summary>
    /// <param name="member">The member's documentation id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    IReadOnlyList<string> CalledParameters(string member, CancellationToken cancellationToken);
}
