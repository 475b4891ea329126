namespace Reenact.Events;

/// <summary>The lists that were put together last: whoever reads a recording from its beginning needs no chain but the last link. Thread-safe.</summary>
internal sealed class WholeLists
{
    private const int MostKept = 4;

    /// <summary>Of longer ones, which are <see cref="Values.ValueLimits.ListLength"/> at most, the last is kept.</summary>
    private const int ShortList = 1 << 20;

    private readonly Lock gate = new();
    private readonly (long Sequence, int Place, WholeList? List)[] kept = new (long, int, WholeList?)[MostKept + 1];
    private int next;

    public WholeList? Find(long sequence, int place)
    {
        lock (gate)
        {
            foreach (var known in kept)
            {
                if (known.List is not null && known.Sequence == sequence && known.Place == place)
                {
                    return known.List;
                }
            }
        }

        return null;
    }

    public void Keep(long sequence, int place, WholeList list)
    {
        lock (gate)
        {
            if (list.Bytes.Length > ShortList)
            {
                kept[MostKept] = (sequence, place, list);
            }
            else
            {
                kept[next] = (sequence, place, list);
                next = (next + 1) % MostKept;
            }
        }
    }
}
