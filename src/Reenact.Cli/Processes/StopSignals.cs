using System.Runtime.InteropServices;

namespace Reenact.Cli;

/// <summary>Turns Ctrl-C and a request to end into a token, so that a command can end what it started first.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public StopSignals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            registrations.Add(PosixSignalRegistration.Create(signal, Stop));
        }
    }

    public CancellationToken Token => source.Token;

    /// <summary>The signal that came first; null where none did.</summary>
    public PosixSignal? Signal { get; private set; }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        Signal ??= context.Signal;
        source.Cancel();
    }
}
