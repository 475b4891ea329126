using Reenact.Integrity;

namespace Reenact;

/// <summary>How a session is recorded.</summary>
public sealed record RecordOptions
{
    /// <summary>Signs the recording when it is sealed; null leaves it unsigned.</summary>
    public RecordingSigner? Signer { get; init; }

    /// <summary>Whether a recording that is there already is replaced; if not, that is an error, so that no evidence is lost by a name.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether races are scheduled so that a replay is exact.</summary>
    public Scheduling Scheduling { get; init; } = Scheduling.Free;
}
