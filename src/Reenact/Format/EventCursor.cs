using Reenact.Events;

namespace Reenact.Format;

/// <summary>
/// Walks over the events of a recording, one after the other, and makes of each only what is asked for. It holds one block at a time.
/// Not thread-safe.
/// </summary>
internal sealed class EventCursor(EventSource source, Action<RecordingProblem>? onProblem, RecordingException? atEnd)
{
    private EventBlock? block;
    private int number;
    private int place;
    private int afterHead;

    /// <summary>The number of the event.</summary>
    public long Sequence { get; private set; } = -1;

    /// <summary>What the event begins with.</summary>
    public EventHead Head { get; private set; }

    /// <summary>The whole event.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>The event's elements after its head.</summary>
    public MessagePackCursor Fields => new(Bytes.Span) { Position = afterHead };

    /// <summary>Goes to the next event.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="RecordingException">The recording is damaged there, or can't be read.</exception>
    public bool MoveNext()
    {
        while (block is null || ++place >= block.Starts.Length)
        {
            block = null;
            if (number >= source.BlockCount)
            {
                return atEnd is null ? false : throw atEnd;
            }

            block = source.ReadBlock(number, onProblem); // A block that can't be read is met again by who asks again.
            number++;
            place = -1;
        }

        Bytes = block[place];
        Sequence = block.FirstSequence + place;
        var cursor = new MessagePackCursor(Bytes.Span);
        EventHead.TryRead(ref cursor, out var head); // Blocks whose events have none don't come this far.
        Head = head;
        afterHead = cursor.Position;
        return true;
    }

    /// <summary>The event, typed; null where it can't be read and damage is skipped.</summary>
    /// <exception cref="RecordingException">It is malformed.</exception>
    public RecordedEvent? Parse() => source.ReadEvent(block!, place, number - 1, onProblem);

    /// <summary>Finds what an id was defined as; null when it was not.</summary>
    public MethodDefinition? FindMethod(uint id) => source.FindDefinition(id)?.Method;
}
