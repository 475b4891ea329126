namespace Reenact.Integrity;

/// <summary>
/// Makes checkpoints of a recording that grows, signs them and hands them over, one at a time, beside the recording: however long that takes, nothing waits
/// for it, and what comes meanwhile becomes one checkpoint. Thread-safe.
/// </summary>
internal sealed class CheckpointPublisher(Func<Task<Checkpoint>> take, RecordOptions recording, string store, CheckpointSidecar? sidecar) : IDisposable
{
    private readonly CheckpointOptions options = recording.Checkpoints!;
    private readonly CancellationTokenSource ending = new();
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private bool idle = true;
    private long blocks;
    private long published;
    private Exception? failure;

    /// <summary>Why the newest checkpoint could not be signed or handed over; null when it could.</summary>
    public Exception? Failure => Volatile.Read(ref failure);

    /// <summary>Takes note of how many blocks there are.</summary>
    public void Note(long count)
    {
        lock (gate)
        {
            blocks = count;
            if (!idle || !IsDue || ending.IsCancellationRequested)
                return;
            idle = false;
            using (ExecutionContext.SuppressFlow()) // The work is no part of any session.
                running = Task.Run(RunAsync);
        }
    }

    /// <summary>Waits for what is under way, and hands the last checkpoint over.</summary>
    /// <param name="last">That of the seal.</param>
    /// <param name="unsigned">Why it is not signed, if it was to be.</param>
    public async Task EndAsync(Checkpoint last, Exception? unsigned)
    {
        await ending.CancelAsync().ConfigureAwait(false);
        Task under;
        lock (gate)
            under = running;
        await under.ConfigureAwait(false);
        if (unsigned is null)
            await AttemptAsync(() => HandOverAsync(last)).ConfigureAwait(false);
    }

    public void Dispose()
    {
        ending.Cancel(); // Where the writer failed, what is under way has nothing to end with.
        sidecar?.Dispose();
    }

    private bool IsDue => blocks - published >= Math.Max(options.EveryBlocks, 1);

    private async Task RunAsync()
    {
        while (true)
        {
            await AttemptAsync(PublishAsync).ConfigureAwait(false);
            if (options.Interval > TimeSpan.Zero)
                await Task.Delay(options.Interval, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (gate)
            {
                if (IsDue && !ending.IsCancellationRequested)
                    continue;
                idle = true;
                return;
            }
        }
    }

    private async Task PublishAsync()
    {
        var checkpoint = await take().ConfigureAwait(false);
        lock (gate)
            published = checkpoint.Size; // Also where the rest fails: the next block tries again, and covers this one.
        if (recording.Signer is { } signer)
            checkpoint = await TimedSigning.SignAsync(checkpoint, signer, recording.SignerTimeout, store).ConfigureAwait(false);
        await HandOverAsync(checkpoint).ConfigureAwait(false);
    }

    private async Task HandOverAsync(Checkpoint checkpoint)
    {
        sidecar?.Append(checkpoint);
        if (options.OnCheckpoint is not { } taker)
            return;
        using var giveUp = new CancellationTokenSource();
        try
        {
            await Task.Run(() => taker(checkpoint, giveUp.Token).AsTask()).WaitAsync(options.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await giveUp.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task AttemptAsync(Func<Task> action)
    {
        try
        {
            await action().ConfigureAwait(false);
            Volatile.Write(ref failure, null);
        }
        catch (RecordingException exception)
        {
            Volatile.Write(ref failure, exception);
        }
        catch (Exception exception)
        {
            Volatile.Write(ref failure, new RecordingException(
                RecordingErrorKind.CheckpointFailed, store,
                $"{store}: its newest checkpoint was not taken: {exception.Message.TrimEnd('.')}. The recording itself is whole; whoever keeps checkpoints has no newer one than before.", offset: null, exception));
        }
    }
}
