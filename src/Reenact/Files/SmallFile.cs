namespace Reenact.Files;

/// <summary>Reads files that are small when they are what they should be.</summary>
internal static class SmallFile
{
    /// <summary>Reads a file.</summary>
    /// <returns>Null when it is larger than allowed, or no ordinary file.</returns>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[]? Read(string path, int maxSize)
    {
        if (FileKind.HasNoLength(path))
            return null; // Reading a pipe would wait for whoever writes it.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > maxSize)
            return null;
        var bytes = new byte[file.Length];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
