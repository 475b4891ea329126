[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Reenact.FuzzTests;

/// <summary>What reading may allocate.</summary>
internal static class Memory
{
    /// <summary>
    /// For recordings of some kilobytes, read some forty times over by all members: garbage counts, too. One block that says it holds 64 MiB takes that, and as much
    /// for where its events begin, each time that it is read.
    /// </summary>
    public const long Cap = 4L << 30;

    /// <summary>Runs something; no other test runs meanwhile.</summary>
    /// <returns>How many bytes it allocated, on all threads.</returns>
    public static long Of(Action action)
    {
        var before = GC.GetTotalAllocatedBytes();
        action();
        return GC.GetTotalAllocatedBytes() - before;
    }

    public static void Check(Action action, long cap = Cap)
    {
        var allocated = Of(action);
        if (allocated > cap)
            throw new FuzzFailure($"{allocated >> 20} MiB were allocated");
    }
}
