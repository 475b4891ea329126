using System.Runtime.CompilerServices;

namespace Reenact.Generators.Incremental;

/// <summary>
/// A number for each object, never used twice: for what is known to be the same only as long as it is the same object, as a
/// reference to a file that may be replaced. Thread-safe.
/// </summary>
internal static class Identities
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> Numbers = new();

    private static long last;

    public static long Of(object known) => Numbers.GetValue(known, static _ => new StrongBox<long>(Interlocked.Increment(ref last))).Value;
}
