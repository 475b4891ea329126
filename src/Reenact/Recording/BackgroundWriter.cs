using System.Buffers;
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

    /// <summary>From so many waiting blocks on, that is 2 MiB of events, writing has to catch up.</summary>
    private const int Behind = 4;

    private readonly BlockWriter target;
    private readonly Action<Exception> failed;
    private readonly object room = new();
    private readonly Lock turn = new();
    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>();
    private Exception? failure;
    private Action<long>? onBlock;
    private int waiting;

    /// <summary>Begins to work.</summary>
    /// <param name="target">What is written; closed in the end.</param>
    /// <param name="failed">Told once, when nothing is written any more.</param>
    public BackgroundWriter(BlockWriter target, Action<Exception> failed)
    {
        this.target = target;
        this.failed = failed;
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
    /// <param name="block">The block.</param>
    /// <param name="memory">What its events are kept in until they are written. What can't be written stays there.</param>
    public void Write(EventBlock block, IEventMemory memory)
    {
        Interlocked.Increment(ref waiting);
        work.Writer.TryWrite(() =>
        {
            Attempt(() => Append(block, memory));
            if (Failure is null)
            {
                onBlock?.Invoke(target.BlockCount);
            }

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

    /// <summary>Writes what was handed over before, on the calling thread, which does what is left to do: it waits for no thread of the pool.</summary>
    /// <param name="durable">Whether it is on disk then, or the operating system's.</param>
    /// <exception cref="RecordingException">Writing failed.</exception>
    public void WriteNow(bool durable)
    {
        var written = WhenReached(() => target.Flush(durable));
        Work();
        written.GetAwaiter().GetResult();
    }

    /// <summary>Says that recording can't go on, for a reason that was met elsewhere.</summary>
    public void Fail(Exception exception)
    {
        if (Interlocked.CompareExchange(ref failure, exception, null) is null)
        {
            failed(exception);
        }
    }

    /// <summary>Ends the loop and closes the target. Call it after the last task given out is complete.</summary>
    public void Dispose()
    {
        work.Writer.TryComplete();
        target.Dispose();
    }

    private async Task RunAsync()
    {
        while (await work.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Work();
        }
    }

    /// <summary>Does what is to be done. One thread at a time; when it returns, all that was handed over before is done.</summary>
    private void Work()
    {
        lock (turn)
        {
            while (work.Reader.TryRead(out var step))
            {
                step();
            }
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

    private void Append(EventBlock block, IEventMemory memory)
    {
        var body = ArrayPool<byte>.Shared.Rent(block.Length);
        try
        {
            block.CopyTo(body);
            target.AppendEvents(body.AsMemory(0, block.Length), block.FirstSequence, block.Count, isHurried: Volatile.Read(ref waiting) >= Behind);
            block.Return(memory);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private void Attempt(Action action)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            action();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }
}
