using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>Sees to it that a replay ends: code that gets no further is left behind after a bounded time.</summary>
internal sealed class StuckWatch(ReplayEngine engine, Func<bool> isDisposed)
{
    /// <summary>Code that computes, rather than waits, gets so many times as long.</summary>
    private const int ComputingFactor = 12;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long, at most, code waits for what a recording that was cut off doesn't have.</summary>
    private static readonly TimeSpan AtCut = TimeSpan.FromMilliseconds(500);

    private readonly TimeSpan timeout = engine.Options.StuckTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : engine.Options.StuckTimeout;

    /// <summary>Waits for the end.</summary>
    /// <returns>Whether the code came to it.</returns>
    public async Task<bool> WaitAsync(Task run)
    {
        var pause = TimeSpan.FromTicks(Math.Clamp(timeout.Ticks / 5, 1, LongestPause.Ticks));
        var (waited, computed) = (TimeSpan.Zero, TimeSpan.Zero);
        var progress = engine.Pump.Progress;
        while (true)
        {
            await run.WaitAsync(pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (run.IsCompleted)
            {
                return true;
            }

            if (engine.OverdueLive is not null || isDisposed())
            {
                return false;
            }

            if (engine.Pump.Progress is var now && (now != progress || engine.AwaitsLive || engine.Pump.IsPaused))
            {
                (progress, waited, computed) = (now, TimeSpan.Zero, TimeSpan.Zero);
            }
            else if (engine.Pump.State == PumpState.Running)
            {
                computed += pause;
            }
            else
            {
                waited += pause;
            }

            if (waited >= LongestWait || waited + computed >= LongestComputation)
            {
                return false;
            }
        }
    }

    private TimeSpan LongestWait => engine.AwaitsCutEnd && timeout > AtCut ? AtCut : timeout;

    /// <summary>Code that swallows the divergence, and goes on, is not waited for so long.</summary>
    private TimeSpan LongestComputation => engine.Log.MustEnd ? timeout : timeout > TimeSpan.MaxValue / ComputingFactor ? TimeSpan.MaxValue : timeout * ComputingFactor;
}
