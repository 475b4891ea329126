namespace Reenact.Sessions;

/// <summary>
/// A change of the ambient context that is undone by putting the whole previous execution context back, which allocates
/// nothing. When the code in between changed an async local of its own, that change is kept, as it would be without the switch.
/// </summary>
/// <param name="Before">The execution context before; null where its flow is suppressed.</param>
/// <param name="Inside">The execution context that the switch made.</param>
internal readonly record struct ContextSwitch(ExecutionContext? Before, ExecutionContext? Inside)
{
    /// <summary>Whether both execution contexts are known.</summary>
    public bool Complete => Before is not null && Inside is not null;

    public static ContextSwitch Enter(CallContext inner)
    {
        var before = ExecutionContext.Capture();
        Ambient.Current = inner;
        return new ContextSwitch(before, before is null ? null : ExecutionContext.Capture());
    }

    /// <summary>Undoes the switch.</summary>
    /// <param name="outer">The ambient context before.</param>
    public void Leave(CallContext? outer)
    {
        if (Complete && ReferenceEquals(ExecutionContext.Capture(), Inside))
        {
            ExecutionContext.Restore(Before!);
        }
        else
        {
            Ambient.Current = outer;
        }
    }
}
