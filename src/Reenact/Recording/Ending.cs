namespace Reenact.Recorders;

/// <summary>How a session ended.</summary>
internal sealed record Ending(Outcome Outcome, string? ErrorCode, string? Message, string? Output)
{
    public static readonly Ending Abandoned = new(Outcome.Abandoned, null, null, null);
}
