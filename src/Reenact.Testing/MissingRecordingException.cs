namespace Reenact.Testing;

/// <summary>A test is to replay a recording that isn't there. The message says how to make it.</summary>
public sealed class MissingRecordingException : ReenactTestException
{
    internal MissingRecordingException(string path, string message)
        : base(message) => Path = path;

    /// <summary>The full path where the recording was looked for.</summary>
    public string Path { get; }
}
