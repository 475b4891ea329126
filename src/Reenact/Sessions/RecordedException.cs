using System.Collections.ObjectModel;

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

    internal RecordedException(string originalType, string message, Exception? innerException, IReadOnlyDictionary<string, string?>? properties = null)
        : base(message, innerException)
    {
        OriginalType = originalType;
        Properties = properties ?? ReadOnlyDictionary<string, string?>.Empty;
    }

    /// <summary>The full name of the type that was thrown when the session was recorded.</summary>
    public string OriginalType { get; }

    /// <summary>What the recording has of its properties, as text by name.</summary>
    public IReadOnlyDictionary<string, string?> Properties { get; } = ReadOnlyDictionary<string, string?>.Empty;
}
