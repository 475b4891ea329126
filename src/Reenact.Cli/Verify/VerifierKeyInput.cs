using System.Text;
using Reenact.Files;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>Reads a public key that a person gave on the command line.</summary>
internal static class VerifierKeyInput
{
    private const int LongestFile = 64 * 1024;

    /// <summary>Reads a key from a file of that name, or else from the text itself.</summary>
    /// <exception cref="UnreadableInputException">It is neither.</exception>
    public static RecordingVerifierKey Read(string fileOrText)
    {
        var text = File.Exists(fileOrText) ? ReadFile(fileOrText) : fileOrText;
        if (RecordingVerifierKey.TryParse(text.Trim(), out var key))
        {
            return key;
        }

        throw new UnreadableInputException(
            $"--key {fileOrText}: there is no such file, or it holds no public key. A key is one line of the form name+id+key, for example " +
            "example.com/recordings+1b2c3d4e+AQ…");
    }

    private static string ReadFile(string path)
    {
        try
        {
            return SmallFile.Read(path, LongestFile) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"--key {path}: {exception.Message}", exception);
        }
    }
}
