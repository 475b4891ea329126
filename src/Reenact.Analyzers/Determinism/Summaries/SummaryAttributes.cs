namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>The attributes of <c>Reenact.Shims</c> that make up an assembly's summary.</summary>
internal static class SummaryAttributes
{
    /// <summary>The version of what they mean.</summary>
    public const int Format = 1;

    public const string Summary = "DeterminismSummaryAttribute";

    public const string Nondeterministic = "NondeterministicMemberAttribute";

    public const string IsInfo = "IsInfo";

    public const string IsInOverride = "IsInOverride";

    public const string DelegateCaller = "DelegateCallerAttribute";
}
