using Reenact;

namespace AirlineAgent.Agent;

/// <summary>Where the agent looks up the airline's policy. The policy is recorded, so a replay has the one of that day.</summary>
public sealed partial class PolicyLibrary(Func<CancellationToken, Task<string>> read)
{
    [Recorded(CallKind.Retrieval)]
    public partial Task<string> GetPolicyAsync(CancellationToken cancellationToken = default);

    private Task<string> GetPolicyCoreAsync(CancellationToken cancellationToken) => read(cancellationToken);
}
