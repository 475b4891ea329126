using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Reenact.Files;

/// <summary>
/// Keeps two writers from one file. On Linux it is a lock of the open file description (fcntl(2), F_OFD_SETLK) on a byte far behind the end:
/// it keeps no reader out, and goes with the last handle, however its process ends. Windows sees to it by the sharing mode the file is
/// opened with. Elsewhere nothing is locked.
/// </summary>
internal static partial class WriterLock
{
    private const int SetLock = 37;
    private const short WriteLock = 1;
    private const long Place = 1L << 62;
    private const int AccessDenied = 13;
    private const int TryAgain = 11;

    /// <summary>Locks a file that is open to be written, until it is closed.</summary>
    /// <returns>False when somebody else has it, in this process or another. File systems that know no locks let everybody have it.</returns>
    public static bool TryTake(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux() || IntPtr.Size != 8)
        {
            return true;
        }

        var wanted = new Request { Type = WriteLock, Start = Place, Length = 1 };
        return Control(file, SetLock, ref wanted) == 0 || Marshal.GetLastPInvokeError() is not (AccessDenied or TryAgain);
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(SafeFileHandle file, int command, ref Request request);

    /// <summary><c>struct flock</c> of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Request
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
