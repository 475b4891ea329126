using System.ComponentModel;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>
/// Watches the recorded methods with side effects that run live in the code that follows, recorded or not: it flows with the async
/// call from where it is made until it is disposed. Guards nest; each is asked. Thread-safe.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SideEffectGuard : IDisposable
{
    private static readonly AsyncLocal<SideEffectGuard?> Flowing = new();

    private readonly Action<string> check;
    private readonly SideEffectGuard? outer;
    private int disposed;

    /// <summary>Begins to watch.</summary>
    /// <param name="check">Given the name of a method before its core runs; what it throws, the caller of the method gets.</param>
    public SideEffectGuard(Action<string> check)
    {
        this.check = check;
        outer = Flowing.Value;
        Flowing.Value = this;
        LiveSessions.Opened(); // Without a session, too, calls look for a guard.
    }

    /// <summary>Ends it. Code that is left over is not watched any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        LiveSessions.Closed();
        if (ReferenceEquals(Flowing.Value, this))
        {
            Flowing.Value = outer;
        }
    }

    internal static void Check(string method)
    {
        for (var guard = Flowing.Value; guard is not null; guard = guard.outer)
        {
            if (Volatile.Read(ref guard.disposed) == 0)
            {
                guard.check(method);
            }
        }
    }
}
