using Reenact;

namespace AirlineAgent.Agent;

/// <summary>The customer, as the agent knows them. What they say is recorded; on replay nobody is asked again.</summary>
public sealed partial class Customer(ICustomerLine line)
{
    /// <summary>What hangs up.</summary>
    public const string Stop = "###STOP###";

    /// <summary>What the customer says first.</summary>
    [Recorded(CallKind.Human)]
    public partial Task<string> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Says something to the customer and waits for the answer.</summary>
    [Recorded(CallKind.Human)]
    public partial Task<string> AnswerAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Whether the customer hangs up with these words.</summary>
    public static bool HangsUp(string words) => words.Contains(Stop, StringComparison.Ordinal);

    private Task<string> OpenCoreAsync(CancellationToken cancellationToken) => line.ListenAsync(said: null, cancellationToken);

    private Task<string> AnswerCoreAsync(string text, CancellationToken cancellationToken) => line.ListenAsync(text, cancellationToken);
}
