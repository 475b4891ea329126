using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// The blobs of a recording, with those that were asked for lately at hand: a conversation names the same texts again at each turn. What is
/// kept is copied, so that it doesn't hold the blocks that it came from. They have no role's keys: what a replay prints goes into reports and logs. Thread-safe.
/// </summary>
internal sealed class ReplayBlobs(IBlobSource recorded) : IBlobSource
{
    private const int MostKept = 4 << 20;

    /// <summary>Longer content is read from its block each time.</summary>
    private const int LongestKept = MostKept / 16;

    private readonly Lock gate = new();
    private readonly Dictionary<uint, byte[]> kept = [];
    private readonly Queue<uint> order = new();
    private long size;

    public ReadOnlyMemory<byte> Get(uint id)
    {
        lock (gate)
        {
            if (kept.TryGetValue(id, out var known))
            {
                return known;
            }
        }

        var content = recorded.Get(id);
        return content.Length > LongestKept ? content : Keep(id, content.ToArray());
    }

    private byte[] Keep(uint id, byte[] content)
    {
        lock (gate)
        {
            if (!kept.TryAdd(id, content))
            {
                return content;
            }

            order.Enqueue(id);
            size += content.Length;
            while (size > MostKept)
            {
                kept.Remove(order.Dequeue(), out var oldest);
                size -= oldest!.Length;
            }
        }

        return content;
    }
}
