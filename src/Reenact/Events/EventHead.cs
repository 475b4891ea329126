namespace Reenact.Events;

/// <summary>What every event begins with.</summary>
/// <param name="Kind">What the event says; may be unknown.</param>
/// <param name="Time">Ticks of 100 ns since the session's start.</param>
/// <param name="Span">The call it belongs to; 0 for none.</param>
internal readonly record struct EventHead(EventKind Kind, long Time, long Span)
{
    private const int Elements = 3;

    /// <summary>Reads it from the bytes of one event, and leaves the cursor at the fourth element.</summary>
    public static bool TryRead(ref MessagePackCursor cursor, out EventHead head) => TryRead(ref cursor, out head, out _);

    /// <summary>Reads it from the bytes of one event, or more, and leaves the cursor at the fourth element.</summary>
    /// <param name="cursor">At the event.</param>
    /// <param name="head">What it begins with.</param>
    /// <param name="rest">How many elements follow.</param>
    public static bool TryRead(ref MessagePackCursor cursor, out EventHead head, out int rest)
    {
        head = default;
        rest = 0;
        if (!cursor.TryReadArrayHeader(out var count) || count < Elements
            || !cursor.TryReadInt32(out var kind) || !cursor.TryReadInt64(out var time)
            || !cursor.TryReadInt64(out var span) || span < 0)
        {
            return false;
        }

        head = new EventHead((EventKind)kind, time, span);
        rest = count - Elements;
        return true;
    }
}
