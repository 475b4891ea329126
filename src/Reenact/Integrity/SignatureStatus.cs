namespace Reenact.Integrity;

/// <summary>What the signature of a recording's seal is worth.</summary>
public enum SignatureStatus
{
    /// <summary>There is no signature, or no seal.</summary>
    None = 0,

    /// <summary>A trusted key signed the seal.</summary>
    Valid = 1,

    /// <summary>A signature that claims to be of a trusted key is wrong, or the signatures can't be read.</summary>
    Invalid = 2,

    /// <summary>The seal is signed, but with no key that was given.</summary>
    UnknownKey = 3,
}
