namespace Reenact.Replaying;

/// <summary>Calls in the order in which they were added; each is in at most one such list, and leaves it wherever it stands.</summary>
internal struct ScriptCalls
{
    public ScriptCall? First { get; private set; }

    private ScriptCall? last;

    public void Add(ScriptCall call)
    {
        call.Previous = last;
        call.Next = null;
        if (last is null)
        {
            First = call;
        }
        else
        {
            last.Next = call;
        }

        last = call;
    }

    public void Remove(ScriptCall call)
    {
        if (call.Previous is { } previous)
        {
            previous.Next = call.Next;
        }
        else
        {
            First = call.Next;
        }

        if (call.Next is { } next)
        {
            next.Previous = call.Previous;
        }
        else
        {
            last = call.Previous;
        }

        call.Previous = call.Next = null;
    }
}
