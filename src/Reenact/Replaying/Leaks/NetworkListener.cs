using System.Diagnostics.Tracing;
using Reenact.Sessions;

namespace Reenact.Replaying.Leaks;

/// <summary>
/// Hears of HTTP requests, DNS queries and connections from the runtime, which tells on the thread and in the execution context of the code
/// that makes them: so each is known to belong to one replay, or to none. There is one for all replays of the process, while any runs.
/// </summary>
internal sealed class NetworkListener : EventListener
{
    private static readonly SharedWhileUsed<NetworkListener> Shared = new(static () => new NetworkListener());

    /// <summary>The runtime's own work for an event must not be heard as the code's.</summary>
    [ThreadStatic]
    private static bool hears;

    private NetworkListener()
    {
    }

    /// <summary>Listens until the result is disposed of.</summary>
    public static IDisposable Listen() => Shared.Take();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.NameResolution" or "System.Net.Sockets")
        {
            EnableEvents(eventSource, EventLevel.Informational, EventKeywords.None);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (hears || Ambient.Current is not ReplayContext { Leaks: { } leaks } || eventData is not { EventName: { } name, Payload: { } payload })
        {
            return;
        }

        hears = true;
        try
        {
            Hear(leaks, eventData.EventSource.Name, name, payload);
        }
        finally
        {
            hears = false;
        }
    }

    private static void Hear(LeakLog leaks, string source, string name, IReadOnlyList<object?> payload)
    {
        switch (source, name)
        {
            case ("System.Net.Http", "RequestStart") when payload is [string scheme, string host, int port, string path, ..]:
                leaks.Add(LeakKind.Http, $"{scheme}://{host}:{port}{path.Split('?')[0]}", [host, $"{host}:{port}"], LeakStack.Here());
                break;
            case ("System.Net.NameResolution", "ResolutionStart") when payload is [string asked, ..]:
                leaks.Add(LeakKind.Dns, asked, [], LeakStack.Here());
                break;
            case ("System.Net.Sockets", "ConnectStart" or "AcceptStart") when payload is [string address, ..]:
                var endpoint = SocketTarget.Read(address);
                leaks.Add(LeakKind.Socket, endpoint, [endpoint[..Math.Max(0, endpoint.LastIndexOf(':'))]], LeakStack.Here());
                break;
        }
    }
}
