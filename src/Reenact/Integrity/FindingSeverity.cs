namespace Reenact.Integrity;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing, nothing more.</summary>
    Information = 0,

    /// <summary>The recording can be trusted less than it could be: it has no seal, or no signature that counts.</summary>
    Warning = 1,

    /// <summary>The recording is not what was written, or not what its format demands.</summary>
    Error = 2,
}
