namespace Reenact.Recorders;

/// <summary>Watches whether two calls of the session's own code are in flight at once, neither inside the other. Not thread-safe.</summary>
internal sealed class OverlapWatch
{
    private readonly Stack<uint> open = new();

    public bool Overlapped { get; private set; }

    private uint Innermost => open.TryPeek(out var span) ? span : 0;

    /// <summary>A call starts. Only the calls around it may be open; any other is in flight at the same time.</summary>
    public void Started(uint span, uint parent)
    {
        NoteCode(parent);
        if (!Overlapped)
        {
            open.Push(span);
        }
    }

    /// <summary>Code runs inside a call.</summary>
    public void NoteCode(uint span) => Overlapped |= Innermost != span;

    /// <summary>Something happened whose order is not recorded.</summary>
    public void NoteUnordered() => Overlapped = true;

    /// <summary>A call ends. One that is open inside it goes on by itself.</summary>
    public void Ended(uint span)
    {
        NoteCode(span);
        if (!Overlapped)
        {
            open.Pop();
        }
    }
}
