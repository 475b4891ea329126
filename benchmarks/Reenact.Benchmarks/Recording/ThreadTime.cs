using System.Runtime.InteropServices;

namespace Reenact.Benchmarks.Recorders;

/// <summary>Processor time of the calling thread: what other programs do on the machine is not in it, nor what other threads of this one do. Linux.</summary>
internal static class ThreadTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID

    /// <summary>Nanoseconds since the thread began.</summary>
    public static long Now => GetTime(ThreadClock, out var time) == 0
        ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
        : throw new PlatformNotSupportedException("The processor time of a thread is read on Linux only.");

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
