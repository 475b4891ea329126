using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>What a verification comes to.</summary>
/// <param name="State">sealed, unsealed or damaged.</param>
/// <param name="Passed">Whether the recording is sealed, whole, and signed as was asked for.</param>
internal sealed record Verdict(RecordingState State, bool Passed)
{
    public static Verdict Of(RecordingVerification verification, bool signatureWanted)
    {
        var damaged = verification.Findings.Any(finding => finding is { Severity: FindingSeverity.Error, Checkpoint: null });
        var state = damaged ? RecordingState.Damaged : verification.IsSealed ? RecordingState.Sealed : RecordingState.Unsealed;
        var signed = verification.Signature switch
        {
            SignatureStatus.Valid => true,
            SignatureStatus.Invalid => false,
            _ => !signatureWanted,
        };
        return new Verdict(state, state == RecordingState.Sealed && verification.IsIntact && signed);
    }
}
