namespace Reenact;

/// <summary>
/// One end of a link: something that happened in the session, or, as text, something outside it, such as a document's id. Immutable.
/// </summary>
/// <remarks>
/// <see cref="ActiveSession.Snapshot"/>, <see cref="ActiveSession.Decide"/> and <see cref="ActiveSession.CurrentCall"/> give what happened; text is
/// converted. The default is nothing: outside a session these give it, and a link to it is not recorded.
/// </remarks>
public readonly record struct LinkEnd
{
    private readonly ActiveSession? session;
    private readonly long place;
    private readonly long copy;

    /// <summary>Names an event.</summary>
    /// <param name="session">The session.</param>
    /// <param name="place">The number of the event; −1 where a replay has none that is recorded.</param>
    /// <param name="copy">The number of the event in a recording of the replay; −1 where there is none.</param>
    internal LinkEnd(ActiveSession session, long place, long copy = -1)
    {
        this.session = session;
        this.place = place;
        this.copy = copy;
    }

    private LinkEnd(string outside) => Outside = outside;

    /// <summary>The number of the event that says what happened; on replay that of the recorded event. Null for text and for nothing.</summary>
    public long? Event => session is null || place < 0 ? null : place;

    /// <summary>What names something outside the session; null for an event and for nothing.</summary>
    public string? Outside { get; }

    /// <summary>Whether it is nothing.</summary>
    internal bool IsNothing => session is null && Outside is null;

    /// <summary>Names something outside the session: a document, a ticket, an event of another session.</summary>
    /// <param name="outside">Its name.</param>
    public static implicit operator LinkEnd(string outside) => FromString(outside);

    /// <summary>Names something outside the session: a document, a ticket, an event of another session.</summary>
    /// <param name="outside">Its name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static LinkEnd FromString(string outside)
    {
        ArgumentException.ThrowIfNullOrEmpty(outside);
        return new LinkEnd(outside);
    }

    /// <summary>The same thing in a recording of the replay that it is of; nothing where that has none.</summary>
    internal LinkEnd CopyIn(ActiveSession recorder) => Outside is not null ? this : copy < 0 ? default : new LinkEnd(recorder, copy);

    /// <summary>Whether it can stand in a link of a session.</summary>
    internal bool IsOf(ActiveSession other) => session is null || ReferenceEquals(session, other);
}
