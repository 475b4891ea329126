namespace Reenact.FuzzTests;

/// <summary>What reading may allocate.</summary>
internal static class Memory
{
    /// <summary>
    /// For recordings of some kilobytes, read several times over. One block that says it holds 64 MiB takes that, and as much for where its
    /// events begin, each time that it is read.
    /// </summary>
    public const long Cap = 1L << 30;

    /// <summary>Runs something on this thread.</summary>
    /// <returns>How many bytes it allocated.</returns>
    public static long Of(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    public static void Check(Action action, long cap = Cap)
    {
        var allocated = Of(action);
        if (allocated > cap)
            throw new FuzzFailure($"{allocated >> 20} MiB were allocated");
    }
}
