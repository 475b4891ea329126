namespace Reenact;

/// <summary>Whether the contents of a recording are encrypted, and can be read.</summary>
public enum RecordingEncryption
{
    /// <summary>They are in the clear.</summary>
    None = 0,

    /// <summary>They are encrypted, and the key was found.</summary>
    Decrypted = 1,

    /// <summary>They are encrypted, and the key is not there: no key store was given, or it doesn't know the key.</summary>
    Locked = 2,

    /// <summary>They are encrypted, and the key was destroyed: nobody can read them any more.</summary>
    Erased = 3,
}
