using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>Where code runs that a replay runs live: the body of a recorded call, and what it calls.</summary>
internal sealed class LiveContext : CallContext
{
    private readonly RecordedMethod method;

    public LiveContext(CallContext parent, RecordedMethod method, LiveCall call, ForkedCall? forked)
        : base(parent, forked?.Span ?? 0)
    {
        this.method = method;
        Call = call;
        Forked = forked;
        IsInside = parent is LiveContext;
        IsServed = true;
    }

    /// <summary>The call of replayed code that runs live.</summary>
    public LiveCall Call { get; }

    /// <summary>Where it is recorded; null where the replay is not.</summary>
    public ForkedCall? Forked { get; }

    /// <summary>Whether this is a call inside that one, and part of it.</summary>
    public bool IsInside { get; }

    public override RecordedMethod? LeafMethod => method.Leaf ? method : null;
}
