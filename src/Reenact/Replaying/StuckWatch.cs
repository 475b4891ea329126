using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>Sees to it that a replay ends: code that stands still is left behind after a bounded time.</summary>
internal sealed class StuckWatch(Pump pump, TimeSpan timeout)
{
    /// <summary>Code that computes, rather than waits, gets so many times as long.</summary>
    private const int ComputingFactor = 12;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the end.</summary>
    /// <returns>Whether the code came to it.</returns>
    public async Task<bool> WaitAsync(Task run)
    {
        var pause = TimeSpan.FromTicks(Math.Clamp(timeout.Ticks / 5, 1, LongestPause.Ticks));
        var (waited, computed) = (TimeSpan.Zero, TimeSpan.Zero);
        var activity = pump.Activity;
        while (true)
        {
            await run.WaitAsync(pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (run.IsCompleted)
            {
                return true;
            }

            if (pump.Activity is var now && now != activity)
            {
                (activity, waited, computed) = (now, TimeSpan.Zero, TimeSpan.Zero);
            }
            else if (pump.IsIdle || pump.IsBlocked)
            {
                waited += pause;
            }
            else
            {
                computed += pause;
            }

            if (waited >= timeout || computed >= timeout * ComputingFactor)
            {
                return false;
            }
        }
    }
}
