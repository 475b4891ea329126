namespace Reenact.Integrity;

/// <summary>What checking the signatures of a note came to. Immutable.</summary>
public sealed class SignatureCheck
{
    internal SignatureCheck(SignatureStatus status, RecordingVerifierKey? key = null)
    {
        Status = status;
        Key = key;
    }

    /// <summary>Whether a trusted key signed it.</summary>
    public SignatureStatus Status { get; }

    /// <summary>The first trusted key that did, or the one whose signature is wrong; null when there is none.</summary>
    public RecordingVerifierKey? Key { get; }
}
