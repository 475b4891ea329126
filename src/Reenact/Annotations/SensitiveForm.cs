namespace Reenact;

/// <summary>What is recorded in place of a sensitive value.</summary>
public enum SensitiveForm
{
    /// <summary>What <see cref="RedactionOptions.DefaultForm"/> says; <see cref="Erased"/> where a session has no such options.</summary>
    Default = 0,

    /// <summary>Nothing: a recording says that there was a value, and nothing of it. A replay takes any value for it.</summary>
    Erased = 1,

    /// <summary>
    /// A keyed hash (HMAC-SHA256 under <see cref="RedactionOptions.HashKey"/>): equal values are equal, so a replay that has the key notices another
    /// value. Without the key nothing can be said of it, not even by trying.
    /// </summary>
    Hashed = 2,

    /// <summary>
    /// The value, encrypted (AES-256-GCM) under the key of a role (<see cref="RedactionOptions.RoleKeys"/>), with its keyed hash beside it. Who has the
    /// role's key reads it, and a replay that has it serves it.
    /// </summary>
    Encrypted = 3,

    /// <summary>Text that <see cref="RedactionOptions.Redactor"/> makes of it, such as <c>****1111</c>. A replay serves that text.</summary>
    Redacted = 4,
}
