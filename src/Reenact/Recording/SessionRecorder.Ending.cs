using MessagePack;
using Reenact.Events;
using Reenact.Recorders;
using Reenact.Sessions;

namespace Reenact;

/// <content>How a session ends.</content>
public sealed partial class SessionRecorder
{
    /// <summary>States how the session ended. Without it the session is recorded as <see cref="Outcome.Abandoned"/>.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="errorCode">A code for a failure, for people and statistics.</param>
    /// <param name="message">What happened, for people.</param>
    /// <param name="output">What the session gave its user, as text.</param>
    /// <exception cref="InvalidOperationException">The session was completed or disposed before.</exception>
    public void Complete(Outcome outcome, string? errorCode = null, string? message = null, string? output = null)
    {
        if (closed || Interlocked.CompareExchange(ref ending, new Ending(outcome, errorCode, message, output), null) is not null)
        {
            throw new InvalidOperationException("The session has been completed already. Call Complete once, before the session is disposed.");
        }
    }

    /// <summary>Ends the recording: writes what is left, seals it, closes it.</summary>
    /// <exception cref="RecordingException">
    /// Writing failed, and what was flushed before stays readable; or the recording is whole and sealed, but could not be signed
    /// (<see cref="RecordingErrorKind.SigningFailed"/>), or its last checkpoint not be handed over (<see cref="RecordingErrorKind.CheckpointFailed"/>).
    /// </exception>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return default;
        }

        // Outside an asynchronous method, whose caller would not see it.
        if (ReferenceEquals(Ambient.Current?.Session, this))
        {
            Ambient.Current = outer is { Session.HasEnded: false } ? outer : null;
            CodeStretch.Switch(Ambient.Current);
        }

        return CloseAsync();
    }

    private async ValueTask CloseAsync()
    {
        if (handOver is not null)
        {
            await handOver.DisposeAsync().ConfigureAwait(false);
        }

        if (pump is { IsReplay: false, RunsHere: false } scheduler)
        {
            await scheduler.HaltAsync(() => log.HasOpenCalls, LongestDrain).ConfigureAwait(false);
        }

        closed = true;
        LiveSessions.Closed();
        ReleaseAllItems();
        NoteEnd();
        Encode(
            (ref MessagePackWriter output, ValueWriteContext values) =>
                SessionEvents.WriteEnd(ref output, values, clock.Now, ending ?? Ending.Abandoned, log.Uncertainty),
            log.Close);
        pump?.Abandon();
        try
        {
            await sealing.SealAsync().ConfigureAwait(false);
        }
        finally
        {
            if (target.Sealed)
            {
                memory.Remove();
            }

            memory.Dispose(); // What could not be written stays readable where it outlives the process.
            writer.Dispose();
        }
    }
}
