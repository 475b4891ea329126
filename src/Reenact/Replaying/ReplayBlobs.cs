using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// The blobs of a recording, and those that replayed code makes anew: content that the recording has gets the recorded id, so that
/// equal values are equal bytes. Thread-safe.
/// </summary>
internal sealed class ReplayBlobs(IReadOnlyDictionary<uint, ReadOnlyMemory<byte>> recorded) : IBlobSource
{
    /// <summary>Ids from here on are not the recording's.</summary>
    private const uint FirstNew = 0x8000_0000;

    private readonly Lock gate = new();
    private readonly List<byte[]> added = [];
    private Dictionary<ContentHash, uint>? ids;

    public uint Store(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        lock (gate)
        {
            ids ??= IndexRecorded();
            if (!ids.TryGetValue(hash, out var id))
            {
                id = FirstNew + (uint)added.Count;
                added.Add(content.ToArray());
                ids.Add(hash, id);
            }

            return id;
        }
    }

    public ReadOnlyMemory<byte> Get(uint id)
    {
        if (id < FirstNew)
        {
            return recorded.TryGetValue(id, out var content)
                ? content
                : throw new ValueFormatException($"A recorded value refers to blob {id}, which the recording does not have.");
        }

        lock (gate)
        {
            return id - FirstNew < (uint)added.Count
                ? added[(int)(id - FirstNew)]
                : throw new ValueFormatException($"A recorded value refers to blob {id}, which the recording does not have.");
        }
    }

    private Dictionary<ContentHash, uint> IndexRecorded()
    {
        var index = new Dictionary<ContentHash, uint>();
        foreach (var (id, content) in recorded)
        {
            index.TryAdd(ContentHash.Of(content.Span), id);
        }

        return index;
    }
}
