namespace Reenact;

/// <summary>What replayed code did that no replay can take back.</summary>
public enum LeakKind
{
    /// <summary>It sent an HTTP request.</summary>
    Http,

    /// <summary>It asked for the addresses of a host.</summary>
    Dns,

    /// <summary>It connected a socket, or waited for connections.</summary>
    Socket,

    /// <summary>It started a process.</summary>
    Process,
}
