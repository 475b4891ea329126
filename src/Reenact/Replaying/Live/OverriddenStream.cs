using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>
/// A stream whose items a plan gives. Each item is there when it is asked for. The first enumeration is the call that returned it, any other a
/// further call.
/// </summary>
internal sealed class OverriddenStream<T, TCodec>(
    SessionReplay session, ReplayEngine engine, RecordedCall call, LiveCall live, IEnumerable<T> items, Exception? failure, CancellationToken cancellationToken)
    : IAsyncEnumerable<T>
    where TCodec : IValueCodec<T>
{
    private readonly ScriptCall? place = live.Place;
    private int enumerations;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Increment(ref enumerations) == 1)
        {
            return EnumerateAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);
        }

        session.TakesCalls();
        var again = call;
        if (again.StartAgain() != CallAction.Serve)
        {
            throw engine.DivergeEnumeratedAgain(call.Method, place);
        }

        return session.ServeStream<T, TCodec>(ref again, Outer).GetAsyncEnumerator(cancellationToken);
    }

    private CancellationToken Outer => cancellationToken;

    private async IAsyncEnumerable<T> EnumerateAsync([EnumeratorCancellation] CancellationToken stopping)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var thrown = default(Exception);
        var end = StreamEnding.Abandoned;
        IEnumerator<T>? source = null;
        try
        {
            while (TryNext(ref source, stopping, out thrown))
            {
                var item = source!.Current;
                Note(item);
                yield return item;
            }

            thrown ??= failure;
            end = thrown is null ? StreamEnding.Completed : thrown is OperationCanceledException ? StreamEnding.Canceled : StreamEnding.Failed;
        }
        finally
        {
            source?.Dispose();
            End(new StreamEnd(end, thrown, FailureCompletion.Thrown));
        }

        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }

    /// <summary>Moves to the next item. What the items throw instead of one is what the stream fails with.</summary>
    private bool TryNext(ref IEnumerator<T>? source, CancellationToken stopping, out Exception? thrown)
    {
        thrown = null;
        try
        {
            stopping.ThrowIfCancellationRequested();
            source ??= items.GetEnumerator();
            return source.MoveNext();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            thrown = exception;
            return false;
        }
    }

    private void Note(T item)
    {
        var encoder = EventEncoder.Rent(session);
        var writer = encoder.Writer("item");
        TCodec.Write(ref writer, item, encoder.Values);
        writer.Flush();
        live.Forked?.Item(encoder.Written, ResultCompletion.AtReturn);
        engine.CheckLiveItem(live, encoder.Written);
        encoder.Return();
    }

    private void End(in StreamEnd end)
    {
        live.Forked?.EndStream(end);
        engine.EndLiveStream(live, end);
    }
}
