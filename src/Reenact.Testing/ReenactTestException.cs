namespace Reenact.Testing;

/// <summary>
/// A test can't use its recording as it was asked to, or its code didn't throw what was expected. The message says what happened
/// and what to do.
/// </summary>
public class ReenactTestException : Exception
{
    /// <summary>Makes an exception with a default message.</summary>
    public ReenactTestException()
        : base("A test can't use its recording as it was asked to.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public ReenactTestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public ReenactTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
