using System.Collections.Concurrent;

namespace Reenact.Sessions;

/// <content>What the session's code gives to the thread pool, in order.</content>
internal sealed partial class Pump
{
    /// <summary>How long, in milliseconds, what was given to the pool is waited for until a thread takes it up.</summary>
    private const int LongestQueued = 1_000;

    /// <summary>How long, in milliseconds, it is then waited for until that thread shows what it is. On a busy machine less is not enough: recordings that count as exact were not.</summary>
    private const int LongestTaken = 200;

    private static readonly ConcurrentDictionary<long, Pump> Queued = new();

    private readonly Dictionary<long, PoolItem> items = [];
    private SharedWhileUsed<PoolListener>.Use? listening;
    private long queued;

    /// <summary>Something was given to the thread pool on the calling thread.</summary>
    public static void NoteQueued(long id)
    {
        if (OfOwnCode() is { } pump)
        {
            lock (pump.gate)
            {
                if (!pump.closed)
                {
                    Queued[id] = pump;
                    pump.items[id] = new PoolItem(++pump.queued, Environment.TickCount64 + LongestQueued);
                }
            }
        }
    }

    /// <summary>A thread of the pool takes something up.</summary>
    public static void NoteTaken(long id)
    {
        if (Queued.TryGetValue(id, out var pump))
        {
            lock (pump.gate)
            {
                if (pump.items.TryGetValue(id, out var item))
                {
                    pump.items[id] = item with { Until = Environment.TickCount64 + LongestTaken };
                }
            }
        }
    }

    /// <summary>What a thread of the pool had taken up is no code of a session.</summary>
    public static void NoteOther(long id)
    {
        if (id != 0 && Queued.TryRemove(id, out var pump))
        {
            lock (pump.gate)
            {
                pump.items.Remove(id);
                pump.WakeInGate();
            }
        }
    }

    /// <summary>The place, from 1, of the code that comes in among all that was given to the pool; 0 where that was not heard. In the gate.</summary>
    private long TakePlace()
    {
        var id = PoolListener.TakeItem();
        if (id == 0 || !items.Remove(id, out var item))
        {
            return 0;
        }

        Queued.TryRemove(id, out _);
        return item.Place;
    }

    /// <summary>Whether something that was given to the pool earlier is still to come. In the gate.</summary>
    private bool IsBehind(long place)
    {
        foreach (var item in items.Values)
        {
            if (item.Place < place && Environment.TickCount64 < item.Until)
            {
                return true;
            }
        }

        return false;
    }

    private static Pump? OfOwnCode() =>
        Flowing.Value is { Number: not BetweenCode, Pump: { RunsHere: true } pump } && Ambient.Current is { IsServed: false, LeafMethod: null } ? pump : null;

    private void StopListening()
    {
        listening?.Dispose();
        lock (gate)
        {
            foreach (var item in items.Keys)
            {
                Queued.TryRemove(item, out _);
            }

            items.Clear();
        }

        ForgetTimers();
    }

    /// <summary>Something that was given to the pool.</summary>
    /// <param name="Place">Its place in the order of that, from 1.</param>
    /// <param name="Until">How long it is waited for.</param>
    private readonly record struct PoolItem(long Place, long Until);
}
