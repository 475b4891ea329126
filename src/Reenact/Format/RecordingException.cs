namespace Reenact;

/// <summary>A recording could not be opened, read or written. The message says what happened, where, and what to do.</summary>
public sealed class RecordingException : IOException
{
    /// <summary>Makes an exception with a default message.</summary>
    public RecordingException()
        : base("A recording could not be opened, read or written.")
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public RecordingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public RecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal RecordingException(RecordingErrorKind kind, string path, string message, long? offset = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        Path = path;
        Offset = offset;
    }

    /// <summary>What went wrong.</summary>
    public RecordingErrorKind Kind { get; }

    /// <summary>The file, or the name of another store.</summary>
    public string? Path { get; }

    /// <summary>The message without the path that it begins with, for where that is told already.</summary>
    internal string MessageWithoutPath => WithoutPath(Message, Path);

    /// <summary>A message of damage without the path that it begins with.</summary>
    internal static string WithoutPath(string message, string? path) =>
        path is not null && message.StartsWith(path, StringComparison.Ordinal) && message.AsSpan(path.Length).StartsWith(": ") ? message[(path.Length + 2)..] : message;

    /// <summary>Whether bytes of the recording are not what was written, by accident or on purpose.</summary>
    internal bool IsDamage => Kind is RecordingErrorKind.Damaged or RecordingErrorKind.NotAuthentic or RecordingErrorKind.WrongEncryption;

    /// <summary>The place in the recording, in bytes from its start, where that is known.</summary>
    public long? Offset { get; }
}
