namespace Reenact.Sessions;

/// <summary>How many sessions, and guards of code without one, are open in this process. A class of its own, without an initializer, so that reading it is one load.</summary>
internal static class LiveSessions
{
    private static int count;

    public static bool Any => Volatile.Read(ref count) != 0;

    public static void Opened() => Interlocked.Increment(ref count);

    public static void Closed() => Interlocked.Decrement(ref count);
}
