using System.Threading.Channels;
using Reenact.Format;
using Reenact.Integrity;

namespace Reenact.Recorders;

/// <summary>
/// Does everything that the agent need not wait for: compression, hashing, disk. Blocks are written in the order they come. A
/// caller that is far ahead of the disk waits; after a failure nothing more is written, what was written stays, and every
/// flush and the close report the failure.
/// </summary>
internal sealed class BackgroundWriter : IDisposable
{
    /// <summary>How many blocks may wait for the disk before callers do.</summary>
    private const int Backlog = 32;

    private readonly BlockWriter target;
    private readonly object room = new();
    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private Exception? failure;
    private Action<long>? onBlock;
    private int waiting;

    public BackgroundWriter(BlockWriter target)
    {
        this.target = target;
        using (ExecutionContext.SuppressFlow()) // The loop is no part of any session.
        {
            _ = Task.Run(RunAsync);
        }
    }

    /// <summary>Why writing stopped, if it did.</summary>
    public Exception? Failure => Volatile.Read(ref failure);

    /// <summary>Is told the number of blocks each time one was written; it must not wait, nor throw. Set it before anything is written.</summary>
    public void WhenWritten(Action<long> told) => onBlock = told;

    /// <summary>Takes a block over, without waiting.</summary>
    public void Write(EventBlock block)
    {
        Interlocked.Increment(ref waiting);
        work.Writer.TryWrite(() =>
        {
            Attempt(() => target.AppendEvents(block.Body, block.FirstSequence, block.Count));
            if (failure is null)
            {
                onBlock?.Invoke(target.BlockCount);
            }

            block.Recycle();
            lock (room)
            {
                Interlocked.Decrement(ref waiting);
                Monitor.PulseAll(room);
            }
        });
    }

    /// <summary>Waits while the disk is far behind.</summary>
    public void WaitForRoom()
    {
        if (Volatile.Read(ref waiting) <= Backlog)
        {
            return;
        }

        lock (room)
        {
            while (waiting > Backlog)
            {
                Monitor.Wait(room);
            }
        }
    }

    /// <summary>Makes durable what was handed over before.</summary>
    public Task FlushAsync() => WhenReached(() => target.Flush(durable: true));

    /// <summary>Makes durable what was handed over before, and says what the recording's tree looks like then.</summary>
    public async Task<Checkpoint> CheckpointAsync()
    {
        Checkpoint? checkpoint = null;
        await WhenReached(() =>
        {
            target.Flush(durable: true);
            checkpoint = target.Checkpoint;
        }).ConfigureAwait(false);
        return checkpoint!;
    }

    /// <summary>Seals the recording after what was handed over before, signed by what <see cref="CheckpointAsync"/> gave last, if it is.</summary>
    public Task SealAsync(string signatures) => WhenReached(() => target.Seal(signatures));

    /// <summary>Ends the loop and closes the target. Call it after the last task given out is complete.</summary>
    public void Dispose()
    {
        work.Writer.TryComplete();
        target.Dispose();
    }

    private async Task RunAsync()
    {
        await foreach (var step in work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            step();
        }
    }

    private Task WhenReached(Action action)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var taken = work.Writer.TryWrite(() =>
        {
            Attempt(action);
            if (Failure is { } reason)
            {
                reached.SetException(reason);
            }
            else
            {
                reached.SetResult();
            }
        });
        if (!taken)
        {
            reached.SetException(new ObjectDisposedException(nameof(SessionRecorder), "The session has been disposed: its recording is closed."));
        }

        return reached.Task;
    }

    private void Attempt(Action action)
    {
        if (failure is not null)
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception exception)
        {
            Volatile.Write(ref failure, exception);
        }
    }
}
