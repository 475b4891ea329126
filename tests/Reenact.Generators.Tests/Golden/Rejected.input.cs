using System.IO;

namespace Acme;

public interface IOwner;

public static partial class Outer<T>
    where T : notnull
{
    // Everything here has a problem that the analyzers report, and compiles all the same.
    public partial record struct Tools(int Size)
    {
        [Recorded]
        public partial Task<int> MissingCoreAsync(string @class, IReadOnlyList<string?>? names = null, CancellationToken cancellationToken = default);

        [Recorded, Replayed]
        internal static partial ref readonly int Reference<TKey>(TKey key, in int input, ref int both, out string output, params int[] rest)
            where TKey : struct, IComparable<TKey>;

        [Recorded]
        private readonly unsafe partial Stream? Pointer(int* pointer, Span<int> span, dynamic value, IOwner owner);
    }
}

public static partial class Extensions
{
    [Recorded]
    public static partial void Run(this object value, (int Count, string? Name) pair);
}

public unsafe partial class Pointers
{
    [Recorded]
    public partial int Sum(int length, int* numbers);
}

public partial interface IDesk
{
    [Recorded]
    public partial int Count(int floor);
}

public ref partial struct Cursor
{
    [Recorded]
    public partial int Next(int step);
}
