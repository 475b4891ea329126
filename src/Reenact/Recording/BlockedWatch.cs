using Reenact.Sessions;

namespace Reenact.Recorders;

/// <summary>
/// Sees to it that a session which is scheduled exactly doesn't stand still for good: code that blocks the session's thread on a task of the
/// session itself (<c>.Result</c>) waits for what can't run meanwhile.
/// </summary>
internal sealed class BlockedWatch(Pump pump, TimeSpan timeout)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for the end of the session's code.</summary>
    /// <exception cref="InvalidOperationException">The code blocks its thread.</exception>
    public async Task<T> WaitAsync<T>(Task<T> run)
    {
        var pause = TimeSpan.FromTicks(Math.Clamp(timeout.Ticks / 5, 1, LongestPause.Ticks));
        var (blocked, progress) = (TimeSpan.Zero, pump.StepsTaken);
        while (blocked < timeout)
        {
            await ((Task)run).WaitAsync(pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (run.IsCompleted)
            {
                return await run.ConfigureAwait(false);
            }

            blocked = pump.BlocksItself && pump.StepsTaken == progress ? blocked + pause : TimeSpan.Zero;
            progress = pump.StepsTaken;
        }

        throw Describe(pump.FreeThread());
    }

    private static InvalidOperationException Describe(BlockedThread? thread)
    {
        var wait = thread?.Wait is { } call ? $" in {call}" : "";
        var place = thread?.Places is [var first, ..] ? $", called by {first.Short}" : "";
        return new InvalidOperationException(
            $"The session's code blocks its thread{wait}{place}, while other code of the session, which it may wait for, could go on. With Scheduling.Exact "
            + "the session's code has one thread: await instead of blocking (.Result, Wait), or record with Scheduling.Free. Code that blocks for a reason "
            + "belongs into a [Recorded] method, or raise RecordOptions.StuckTimeout.");
    }
}
