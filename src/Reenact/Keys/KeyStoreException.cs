namespace Reenact.Keys;

/// <summary>A key store can't do what it was asked for. The message says why, where, and what to do; it never holds a key.</summary>
public sealed class KeyStoreException : Exception
{
    /// <summary>Makes an exception with a default message.</summary>
    public KeyStoreException()
        : base("The key store failed.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public KeyStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public KeyStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception, as implementations of <see cref="IKeyStore"/> throw it.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public KeyStoreException(KeyStoreErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public KeyStoreErrorKind Kind { get; }
}
