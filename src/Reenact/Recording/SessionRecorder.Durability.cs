using Reenact.Format;
using Reenact.Recorders;
using Reenact.Shims;

namespace Reenact;

/// <content>What is on disk before a call runs, and what becomes of calls when the disk fails.</content>
public sealed partial class SessionRecorder
{
    /// <summary>How often events are handed to the disk. Writing them, and a timer that is late on a busy machine, take some of the 200 ms that are promised.</summary>
    private static readonly TimeSpan Buffering = TimeSpan.FromMilliseconds(150);

    /// <summary>The same for an encrypted session, which has no tail: its events are nowhere before they are in a block.</summary>
    private static readonly TimeSpan EncryptedBuffering = TimeSpan.FromMilliseconds(50);

    /// <summary>How often a session writes a block that need not, for the sake of its checkpoints.</summary>
    private static readonly TimeSpan BetweenCheckpoints = TimeSpan.FromSeconds(1);

    /// <summary>Why writing the recording stopped, null while it works. What was flushed before stays readable; nothing is recorded after it.</summary>
    public Exception? WriteFailure => writer.Failure;

    /// <summary>
    /// What of the session survives which failure: what <see cref="RecordOptions.Durability"/> asked for, or, where it left the choice, what the
    /// store can do.
    /// </summary>
    public Durability Durability =>
        startsAreDurable ? Durability.Durable : memory.OutlivesProcess ? Durability.EveryEvent : Durability.Buffered;

    /// <summary>Chooses where events are until they are in a block.</summary>
    /// <exception cref="RecordingException">They can't be kept as they are to be.</exception>
    private static IEventMemory KeepEvents(BlockWriter target, Durability? durability)
    {
        if (durability == Durability.Buffered)
        {
            return ProcessMemory.Shared;
        }

        try
        {
            return target.BeginTail();
        }
        catch (RecordingException exception) when (exception.Kind == RecordingErrorKind.NotSupported && durability != Durability.EveryEvent)
        {
            return ProcessMemory.Shared;
        }
        catch
        {
            target.Dispose();
            throw;
        }
    }

    /// <summary>How often events are handed over that fill no block: with a tail that need not be, and larger blocks are smaller together.</summary>
    private TimeSpan? HandOverInterval() =>
        !memory.OutlivesProcess ? (target.IsEncrypted ? EncryptedBuffering : Buffering) : options.Checkpoints is not null ? BetweenCheckpoints : null;

    /// <summary>Sees to it that a call's start is as durable as its method and the session want it, before its body runs.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="start">The number of its start; −1 when that was not recorded.</param>
    /// <exception cref="RecordingException">It can't be recorded, and the session fails its calls then.</exception>
    private void SecureStart(RecordedMethod method, long start)
    {
        if (start >= 0 && !method.Replayed)
        {
            SecureEvents(LevelOf(method));
        }

        if (options.OnWriteFailure == OnWriteFailure.FailCalls && WriteFailure is { } failure)
        {
            throw new RecordingException(
                (failure as RecordingException)?.Kind ?? RecordingErrorKind.StorageFailed,
                target.StoreName,
                $"{target.StoreName}: {method.Name} was not run, because the session is not recorded any more and its calls fail then (RecordOptions.OnWriteFailure). {failure.Message}",
                (failure as RecordingException)?.Offset,
                failure);
        }
    }

    /// <summary>Sees to it that the end of a call outlives the process, where its method wants that and the session has no tail.</summary>
    private void SecureEnd(RecordedMethod method)
    {
        if (method.Durability > Durability.Buffered)
        {
            ReleaseAllItems(); // As where it started.
            SecureEvents(Durability.EveryEvent);
        }
    }

    private Durability LevelOf(RecordedMethod method) =>
        startsAreDurable ? Durability.Durable
        : method.Durability ?? (method.SideEffects && options.DurableSideEffects ? Durability.Durable : Durability.Buffered);

    /// <summary>Hands over what has been recorded so far, as far as it is not as safe as it is to be.</summary>
    private void SecureEvents(Durability level)
    {
        if (WriteFailure is not null || level == Durability.Buffered || (level == Durability.EveryEvent && memory.OutlivesProcess))
        {
            return;
        }

        log.Cut();
        try
        {
            writer.WriteNow(level == Durability.Durable);
        }
        catch (Exception) when (closed || WriteFailure is not null)
        {
            // What becomes of calls then is said where they start.
        }
    }

    /// <summary>Lets the session go on without its recording.</summary>
    private void StopRecording(Exception failure)
    {
        log.Stop();
        if (options.WriteFailed is { } told)
        {
            _ = Task.Run(() => told(failure));
        }
    }
}
