using Reenact.Events;
using Reenact.Replaying;
using Reenact.Shims;

namespace Reenact;

/// <content>Replaying step by step.</content>
public sealed partial class SessionReplay
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(30);

    private Stepper? stepper;

    /// <summary>Replays the session step by step: the code stops before its first recorded call, and goes on as the run is told to.</summary>
    /// <param name="code">The session's whole code, as it ran when it was recorded; or that of the part that is replayed.</param>
    /// <returns>The run; dispose it before the replay, which ends it too.</returns>
    /// <exception cref="InvalidOperationException">The replay has been run before.</exception>
    public ReplayRun<T> Start<T>(Func<Task<T>> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (started != 0)
        {
            throw new InvalidOperationException("A replay runs once. Make another with Session.Replay to run the code again.");
        }

        stepper = new Stepper(engine.Pump);
        return new ReplayRun<T>(RunAsync(code), stepper, () => ended = true, Patience);
    }

    /// <inheritdoc cref="Start{T}(Func{Task{T}})"/>
    public ReplayRun<bool> Start(Func<Task> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        codeVersion ??= plan.CodeVersion ?? CodeVersion.Of(code);
        return Start(async () =>
        {
            await code().ConfigureAwait(true); // What comes after belongs on the pump, too.
            return true;
        });
    }

    /// <summary>How long a run that is disposed waits for its code: as long as that may stand still, within bounds.</summary>
    private TimeSpan Patience =>
        engine.Options.StuckTimeout is var timeout && timeout > TimeSpan.Zero && timeout < LongestPatience ? timeout : LongestPatience;

    /// <summary>Stops before a call, where the replay is taken step by step.</summary>
    /// <exception cref="ReplayDivergenceException">The replay has been left behind meanwhile.</exception>
    private void StopBefore(in RecordedCall call, ScriptCall inside)
    {
        if (stepper is null)
        {
            return;
        }

        var (method, arguments) = (call.Method, call.Encoder.Written.ToArray());
        var recorded = engine.Foresee(inside, method, arguments);
        if (!stepper.PassBefore(recorded?.Sequence, () => Describe(method, arguments, recorded)))
        {
            throw LeftOver();
        }
    }

    private ReplayStop Describe(RecordedMethod method, byte[] arguments, ScriptCall? recorded) => new(engine.Log.Printer.Print(method, arguments))
    {
        Method = method.Name,
        ParameterNames = method.Parameters,
        Arguments = [.. EncodedArguments.Split(arguments).Select(argument => new RecordedValue(argument, script.Blobs))],
        Recorded = recorded?.Start,
        State = recording.StateAt(recorded?.Sequence ?? Math.Max(script.Position - 1, 0)),
        MatchedCalls = engine.Served,
    };
}
