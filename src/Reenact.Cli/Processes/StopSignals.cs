using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Reenact.Cli;

/// <summary>Catches Ctrl-C and requests to end, so that a command can end what it started first. Signals are taken by one thread.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly ConcurrentQueue<PosixSignal> waiting = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private int taken;

    public StopSignals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            registrations.Add(PosixSignalRegistration.Create(signal, Stop));
        }
    }

    /// <summary>Is canceled when the first signal comes.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Takes the next signal that came.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="isFirst">Whether none was taken before.</param>
    /// <returns>Whether one has come.</returns>
    public bool TryTake(out PosixSignal signal, out bool isFirst)
    {
        var came = waiting.TryDequeue(out signal);
        isFirst = came && ++taken == 1;
        return came;
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        waiting.Enqueue(context.Signal);
        source.Cancel();
    }
}
