using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>A stream whose items a plan gives. Each item is there when it is asked for.</summary>
internal sealed class OverriddenStream<T, TCodec>(SessionReplay session, ReplayEngine engine, LiveCall call, IEnumerable<T> items, Exception? failure)
    : IAsyncEnumerable<T>
    where TCodec : IValueCodec<T>
{
    private int enumerations;

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var first = Interlocked.Increment(ref enumerations) == 1; // Further ones give the same items, and are no calls.
        var ending = StreamEnding.Abandoned;
        try
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (first)
                {
                    Note(item);
                }

                yield return item;
            }

            ending = failure is null ? StreamEnding.Completed : failure is OperationCanceledException ? StreamEnding.Canceled : StreamEnding.Failed;
        }
        finally
        {
            if (first)
            {
                End(new StreamEnd(ending, failure, FailureCompletion.Thrown));
            }
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private void Note(T item)
    {
        var encoder = EventEncoder.Rent(session);
        var writer = encoder.Writer("item");
        TCodec.Write(ref writer, item, encoder.Values);
        writer.Flush();
        call.Forked?.Item(encoder.Written, ResultCompletion.AtReturn);
        engine.CheckLiveItem(call, encoder.Written);
        encoder.Return();
    }

    private void End(in StreamEnd end)
    {
        call.Forked?.EndStream(end);
        engine.EndLiveStream(call, end);
    }
}
