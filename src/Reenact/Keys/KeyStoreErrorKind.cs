namespace Reenact.Keys;

/// <summary>Why a key store can't do what it was asked for.</summary>
public enum KeyStoreErrorKind
{
    /// <summary>The store failed; the message, or an inner exception, says how.</summary>
    Failed = 0,

    /// <summary>The store has no key of that id.</summary>
    NotFound = 1,

    /// <summary>The key was destroyed. What was encrypted with it can't be read by anybody.</summary>
    Destroyed = 2,

    /// <summary>The store has no key of that tenant.</summary>
    UnknownTenant = 3,

    /// <summary>The store, or the tenant, exists already.</summary>
    AlreadyExists = 4,

    /// <summary>What the store holds is not what was written.</summary>
    Damaged = 5,

    /// <summary>The store may not be read or written by this user.</summary>
    AccessDenied = 6,

    /// <summary>Others than its owner can read the store. It is not used then.</summary>
    Exposed = 7,

    /// <summary>Another process was at work in the store for too long.</summary>
    Busy = 8,

    /// <summary>There is no key store there.</summary>
    NoStore = 9,
}
