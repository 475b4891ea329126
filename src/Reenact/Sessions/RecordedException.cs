namespace Reenact;

/// <summary>
/// Stands on replay for a recorded exception whose own type can't be made without reflection. A type that the program itself
/// throws or catches comes back as itself.
/// </summary>
public sealed class RecordedException : Exception
{
    /// <summary>Makes an exception of an unknown type.</summary>
    public RecordedException()
        : this("A recorded exception.")
    {
    }

    /// <summary>Makes an exception of an unknown type.</summary>
    public RecordedException(string message)
        : base(message) => OriginalType = typeof(Exception).FullName!;

    /// <summary>Makes an exception of an unknown type.</summary>
    public RecordedException(string message, Exception? innerException)
        : base(message, innerException) => OriginalType = typeof(Exception).FullName!;

    internal RecordedException(string originalType, string message, Exception? innerException)
        : base(message, innerException) => OriginalType = originalType;

    /// <summary>The full name of the type that was thrown when the session was recorded.</summary>
    public string OriginalType { get; }
}
