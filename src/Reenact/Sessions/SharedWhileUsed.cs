namespace Reenact.Sessions;

/// <summary>Something that there is one of in the process, for as long as anybody uses it. Thread-safe.</summary>
/// <param name="make">Makes it for the first user; nobody gets it before that has returned.</param>
internal sealed class SharedWhileUsed<T>(Func<T> make)
    where T : class, IDisposable
{
    private readonly Lock gate = new();
    private T? current;
    private int users;

    /// <summary>Uses it until the result is disposed of.</summary>
    public Use Take()
    {
        lock (gate)
        {
            current ??= make();
            users++;
            return new Use(this, current);
        }
    }

    private void Release()
    {
        lock (gate)
        {
            if (--users == 0)
            {
                current!.Dispose();
                current = null;
            }
        }
    }

    /// <summary>One user's hold on it.</summary>
    public sealed class Use(SharedWhileUsed<T> owner, T value) : IDisposable
    {
        private int disposed;

        /// <summary>What is used.</summary>
        public T Value => value;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0)
            {
                owner.Release();
            }
        }
    }
}
