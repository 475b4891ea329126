namespace Reenact.Shims;

/// <summary>
/// What the caller gets of a stream whose core runs. Each enumeration of it is recorded: the first as the call that returned it, any other as
/// a further call of the same method, with the same arguments, under the same parent.
/// </summary>
internal sealed class ObservedStream<T, TCodec>(RecordedCall call, IAsyncEnumerable<T> core) : IAsyncEnumerable<T>
    where TCodec : IValueCodec<T>
{
    private int enumerations;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref enumerations) == 1)
        {
            return new ObservedEnumerator<T, TCodec>(call, core, cancellationToken);
        }

        if (!call.Session.TakesCalls())
        {
            return core.GetAsyncEnumerator(cancellationToken);
        }

        var again = call;
        if (again.StartAgain() != CallAction.Park)
        {
            again.Session.LeaveStep(again);
            again.Session.Suspend(again);
            return new ObservedEnumerator<T, TCodec>(again, core, cancellationToken);
        }

        var due = again.Session.RunWhenDue(
            ref again, matched => Task.FromResult<IAsyncEnumerable<T>>(new ObservedStream<T, TCodec>(matched, core)));
        return new DueStream<T>(due).GetAsyncEnumerator(cancellationToken);
    }
}
