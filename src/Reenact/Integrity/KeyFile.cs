using System.Text;
using Reenact.Files;
using Reenact.Format;

namespace Reenact.Integrity;

/// <summary>A file that holds a private key, for its owner only.</summary>
internal static class KeyFile
{
    private const int MaxSize = 64 << 10;

    public static RecordingSigner Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string? text;
        try
        {
            text = SmallFile.Read(path, MaxSize) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim() : null;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "reading the key", offset: null);
        }

        try
        {
            return RecordingSigner.Parse(text ?? "");
        }
        catch (FormatException exception)
        {
            throw new RecordingException(
                RecordingErrorKind.NotAKey, path,
                $"{path}: this is no signing key. A key is one line of the form PRIVATE+KEY+name+id+key, as `reenact keygen` writes it.", offset: null, exception);
        }
    }

    public static void SaveNew(string path, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var file = new FileStream(path, options);
            file.Write(Encoding.UTF8.GetBytes(text + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            var error = FileErrors.Translate(exception, path, "writing the key", offset: null);
            throw error.Kind != RecordingErrorKind.AlreadyExists ? error
                : new RecordingException(error.Kind, path, $"{path}: the file is there already, and a key is never written over one. Choose another name.", offset: null, exception);
        }
    }
}
