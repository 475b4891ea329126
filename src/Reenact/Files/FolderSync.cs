using System.Runtime.InteropServices;

namespace Reenact.Files;

/// <summary>
/// Makes the names in a folder durable: that a file was made there, or took the place of another. Windows has nothing like it, and writes
/// names through its own log.
/// </summary>
internal static partial class FolderSync
{
    private const int Interrupted = 4;
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMac = 0x1000000;

    // A folder that may be written but not read, or that was renamed meanwhile, can't be opened; network drives can't sync one.
    private static readonly int[] CantBeDone = [/* ENOENT */ 2, /* EBADF */ 9, /* EACCES */ 13, /* EINVAL */ 22, /* EROFS */ 30, /* ENOTSUP */ 45, 95];

    /// <summary>Returns when the names that were made in a folder before survive a loss of power.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor;
        while ((descriptor = Open(folder, OperatingSystem.IsMacOS() ? CloseOnExecMac : CloseOnExecLinux)) < 0)
        {
            if (!TryAgain())
            {
                return;
            }
        }

        try
        {
            while (Sync(descriptor) < 0 && TryAgain())
            {
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static bool TryAgain()
    {
        var error = Marshal.GetLastPInvokeError();
        return error == Interrupted || (CantBeDone.Contains(error) ? false : throw new IOException(Marshal.GetPInvokeErrorMessage(error), error));
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
