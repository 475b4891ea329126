using Reenact.Shims;

namespace Reenact.Sessions;

/// <summary>
/// Where code runs: in which session, inside which span. Ambient (it flows with the async call) and, but for caches, immutable.
/// </summary>
internal class CallContext
{
    private LeafScope? leafScope;
    private readonly CallContext? origin;
    private volatile Random? random;

    public CallContext(ActiveSession session)
    {
        Session = session;
    }

    public CallContext(CallContext parent, uint span)
    {
        Session = parent.Session;
        Span = span;
        Stretch = parent.Stretch;
    }

    private CallContext(CallContext origin, CodeStretch? stretch)
    {
        this.origin = origin.origin ?? origin;
        Session = origin.Session;
        Span = origin.Span;
        Start = origin.Start;
        IsServed = origin.IsServed;
        Stretch = stretch;
    }

    public ActiveSession Session { get; }

    /// <summary>The span that encloses the running code; 0 outside any.</summary>
    public uint Span { get; }

    /// <summary>The event in which the enclosing call, or the session, started; −1 when it was not recorded.</summary>
    public long Start { get; init; } = -1;

    /// <summary>Whether the running code is part of a recorded call: on replay it does not run.</summary>
    public bool IsServed { get; init; }

    /// <summary>The stretch of code that this flows with, or that made the call in which code runs; null where code does not run freely.</summary>
    public CodeStretch? Stretch { get; }

    /// <summary>Whether the running code is the session's own.</summary>
    public bool IsOwn => !IsServed && LeafMethod is null;

    /// <summary>The same place, in another stretch of code.</summary>
    public CallContext In(CodeStretch? stretch) => new(this, stretch);

    /// <summary>The same place, in the stretch that the calling thread runs.</summary>
    public CallContext Here() =>
        Stretch is { } mine && CodeStretch.Here is { } here && here != mine && here.IsOf(mine) ? In(here) : this;

    /// <summary>The generator behind <see cref="Deterministic.Random"/> for code that runs here; made on first use.</summary>
    public Random GetRandom(Func<CallContext, Random> make)
    {
        if (origin is not null)
        {
            return origin.GetRandom(make);
        }

        if (random is { } known)
        {
            return known;
        }

        lock (this)
        {
            return random ??= make(this);
        }
    }

    /// <summary>The method marked as a leaf that runs here; null elsewhere.</summary>
    public virtual RecordedMethod? LeafMethod => null;

    /// <summary>
    /// Enters the body of a leaf. Repeated leaf calls from the same place reuse one execution context, so they allocate nothing.
    /// </summary>
    public ContextSwitch EnterLeaf(RecordedMethod method)
    {
        var before = ExecutionContext.Capture();
        if (leafScope is { } known && ReferenceEquals(known.Before, before) && before is not null)
        {
            known.Context.Method = method;
            ExecutionContext.Restore(known.Inside);
            return new ContextSwitch(before, known.Inside);
        }

        var leaf = new LeafContext(this, method);
        var entered = ContextSwitch.Enter(leaf);
        if (entered.Complete)
        {
            leafScope = new LeafScope(entered.Before!, entered.Inside!, leaf);
        }

        return entered;
    }

    private sealed record LeafScope(ExecutionContext Before, ExecutionContext Inside, LeafContext Context);

    private sealed class LeafContext : CallContext
    {
        public LeafContext(CallContext parent, RecordedMethod method)
            : base(parent, parent.Span)
        {
            Method = method;
            Start = parent.Start;
        }

        /// <summary>The leaf entered last from the same place: parallel leaves share the context, so it can name a sibling.</summary>
        public RecordedMethod Method { get; set; }

        public override RecordedMethod LeafMethod => Method;
    }
}
