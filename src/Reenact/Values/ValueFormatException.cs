namespace Reenact;

/// <summary>The bytes of a recorded value are not a value of the expected type.</summary>
public sealed class ValueFormatException : FormatException
{
    /// <summary>Makes an exception with a default message.</summary>
    public ValueFormatException()
        : base("The bytes of a recorded value are not a value of the expected type.")
    {
    }

    /// <summary>Makes an exception with a message that says what was expected and found.</summary>
    public ValueFormatException(string message)
        : base(message)
    {
    }

    /// <summary>There is nothing to read: the value was erased.</summary>
    internal bool IsErased { get; init; }

    /// <summary>The value that is not as expected comes next; otherwise it has been read.</summary>
    internal bool IsAhead { get; init; }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public ValueFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
