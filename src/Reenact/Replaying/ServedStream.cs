using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>What the code gets of a recorded stream: the first enumeration is the call that returned it, any other a further recorded call.</summary>
internal sealed class ServedStream<T, TCodec>(SessionReplay session, ReplayEngine engine, RecordedCall call, ScriptCall recorded, CancellationToken cancellationToken)
    : IAsyncEnumerable<T>
    where TCodec : IValueCodec<T>
{
    private int enumerations;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref enumerations) == 1)
        {
            return new ServedEnumerator<T, TCodec>(session, engine, recorded, Outer, cancellationToken);
        }

        session.TakesCalls();
        var again = call;
        if (again.StartAgain() != CallAction.Serve)
        {
            throw engine.DivergeEnumeratedAgain(call.Method, recorded);
        }

        return session.ServeStream<T, TCodec>(ref again, Outer).GetAsyncEnumerator(cancellationToken);
    }

    private CancellationToken Outer => cancellationToken;
}
