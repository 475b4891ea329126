using System.Security.Cryptography;
using Reenact.Files;

namespace Reenact.Keys;

/// <summary>Reads and writes the small files of a key ring, which are their owner's only.</summary>
internal static class RingFiles
{
    /// <summary>What files end in that are not in place yet.</summary>
    public const string Unfinished = ".tmp";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static bool IsFileError(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    public static KeyStoreException Translate(Exception exception, string path) => exception switch
    {
        KeyStoreException known => known,
        UnauthorizedAccessException => new KeyStoreException(
            KeyStoreErrorKind.AccessDenied, $"{path}: access is denied. Key rings are their owner's; run as the user whose ring it is.", exception),
        _ => new KeyStoreException(KeyStoreErrorKind.Failed, $"{path}: {exception.Message}", exception),
    };

    /// <summary>Reads a file.</summary>
    /// <returns>Its bytes, pinned, for who erases them; null when there is no such file.</returns>
    /// <exception cref="KeyStoreException">It is larger than it can be, or can't be read.</exception>
    public static byte[]? TryRead(string path, int maxSize)
    {
        try
        {
            if (FileKind.HasNoLength(path))
                throw NoFile(path);
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            if (file.Length > maxSize)
                throw NoFile(path);
            var bytes = GC.AllocateArray<byte>((int)file.Length, pinned: true);
            return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? bytes : throw NoFile(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw Translate(exception, path);
        }
    }

    /// <summary>Puts a file in place as a whole: whoever reads it finds the old one or this one. Call it with the ring's lock.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="erases">Whether what the old file held is overwritten on the disk, as far as the disk lets one.</param>
    /// <exception cref="KeyStoreException">It can't be written.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, bool erases = false)
    {
        var unfinished = path + Unfinished;
        try
        {
            File.Delete(unfinished);
            using (var file = new FileStream(unfinished, NewFile()))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            using var old = erases && File.Exists(path) ? new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 }) : null;
            File.Move(unfinished, path, overwrite: true);
            FolderSync.Run(Path.GetDirectoryName(path)!); // Before what the old file held goes: a loss of power may bring its name back.
            if (old is not null)
                Erase(old);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw Translate(exception, path);
        }
    }

    /// <summary>Overwrites a file in place.</summary>
    /// <exception cref="KeyStoreException">It can't be written.</exception>
    public static void Overwrite(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw Translate(exception, path);
        }
    }

    /// <summary>Erases and removes what a process that ended too early left in a folder. Call it with the ring's lock.</summary>
    public static void RemoveUnfinished(string folder)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Unfinished))
            {
                using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
                {
                    Erase(file);
                }

                File.Delete(path);
            }
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw Translate(exception, folder);
        }
    }

    /// <summary>Refuses a file or folder that others than its owner can get at. Windows inherits who can from the folder above.</summary>
    /// <exception cref="KeyStoreException">They can.</exception>
    public static void CheckOwnerOnly(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            if ((File.GetUnixFileMode(path) & Others) != 0)
                throw new KeyStoreException(KeyStoreErrorKind.Exposed, $"{path}: others than its owner can get at this key ring, so its keys can't be trusted to be secret. Run `chmod -R go= {path}`, and rotate its tenants' keys if somebody may have read them.");
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw Translate(exception, path);
        }
    }

    /// <summary>Makes a folder for its owner, unless it is there, and has its name on disk: keys are in it that a recording needs.</summary>
    /// <exception cref="IOException">It can't be made.</exception>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        if (Path.GetDirectoryName(path) is { } above)
            FolderSync.Run(above); // Also where it was there: whoever made it may not have come so far.
    }

    private static void Erase(FileStream file)
    {
        file.Position = 0;
        file.Write(RandomNumberGenerator.GetBytes((int)Math.Min(file.Length, TenantKeys.MaxFile)));
        file.Flush(flushToDisk: true);
    }

    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private static KeyStoreException NoFile(string path) => new(KeyStoreErrorKind.Damaged, $"{path}: this is no file of a key ring. Restore it from a copy of the ring.");
}
