using Reenact.Format;

namespace Reenact.Recorders;

/// <summary>Encoded events on their way into one block of the recording. Not thread-safe.</summary>
internal sealed class EventBlock
{
    private readonly List<EventChunk> chunks = [];

    /// <summary>Begins an empty one.</summary>
    public EventBlock(ulong firstSequence, EventChunk chunk)
    {
        FirstSequence = firstSequence;
        Extend(firstSequence, chunk);
    }

    public ulong FirstSequence { get; }

    /// <summary>Where the next event goes.</summary>
    public EventChunk Last => chunks[^1];

    public int Count => chunks.Sum(static chunk => chunk.Count);

    /// <summary>The bytes of the events.</summary>
    public int Length => chunks.Sum(static chunk => chunk.Bytes);

    /// <summary>Goes on in another chunk.</summary>
    public void Extend(ulong sequence, EventChunk chunk)
    {
        chunk.Begin(sequence);
        chunks.Add(chunk);
    }

    /// <summary>Copies the events, one after the other.</summary>
    public void CopyTo(Span<byte> body)
    {
        foreach (var chunk in chunks)
        {
            body = body[chunk.CopyTo(body)..];
        }
    }

    public void Return(IEventMemory memory)
    {
        foreach (var chunk in chunks)
        {
            memory.Return(chunk);
        }
    }
}
