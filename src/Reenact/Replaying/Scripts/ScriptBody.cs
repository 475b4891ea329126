using System.Runtime.InteropServices;
using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>What a script has of the inside of the session, or of a call whose body runs again: what was read and not used.</summary>
internal sealed class ScriptBody
{
    private Dictionary<(CaptureSource Source, string? Name), Queue<ValueCapturedEvent>>? captures;

    /// <summary>By the definition itself: its name would be hashed at each call.</summary>
    private Dictionary<MethodDefinition, int>? used;

    private LinkedList<RecordedEvent>? statements;
    private ScriptCalls unused;
    private ScriptCalls unfinished;

    /// <summary>The first call inside it that the replay has not made; null when none is read.</summary>
    public ScriptCall? FirstUnused => unused.First;

    /// <summary>The first call inside it that the replay has made, and that is not over in every respect.</summary>
    public ScriptCall? FirstUnfinished => unfinished.First;

    /// <summary>Whether its code has ended in the replay.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether there is nothing left to say about it.</summary>
    public bool IsFinished => IsOver && unused.First is null && unfinished.First is null && statements is not { Count: > 0 };

    /// <summary>What its code said of itself (snapshots and decisions) that was read and that the replay has not come to, in order.</summary>
    public LinkedList<RecordedEvent> Statements => statements ??= new();

    public void Add(ScriptCall child) => unused.Add(child);

    public void Use(ScriptCall child)
    {
        unused.Remove(child);
        CollectionsMarshal.GetValueRefOrAddDefault(used ??= new(ReferenceEqualityComparer.Instance), child.Method, out _)++;
    }

    public void AddUnfinished(ScriptCall child)
    {
        if (!child.IsUnfinished)
        {
            child.IsUnfinished = true;
            unfinished.Add(child);
        }
    }

    public void RemoveUnfinished(ScriptCall child)
    {
        if (child.IsUnfinished)
        {
            child.IsUnfinished = false;
            unfinished.Remove(child);
        }
    }

    public int CountUsed(string method) => used?.Where(calls => calls.Key.Name == method).Sum(calls => calls.Value) ?? 0;

    public void Add(ValueCapturedEvent capture)
    {
        captures ??= [];
        if (!captures.TryGetValue((capture.Source, capture.Name), out var queue))
        {
            captures.Add((capture.Source, capture.Name), queue = new Queue<ValueCapturedEvent>());
        }

        queue.Enqueue(capture);
    }

    /// <summary>Takes the next captured value of a source; null when none is read.</summary>
    public ValueCapturedEvent? TakeCapture(CaptureSource source, string? name) =>
        captures is not null && captures.TryGetValue((source, name), out var queue) && queue.TryDequeue(out var capture) ? capture : null;

    /// <summary>Forgets what was read: the replay begins after it.</summary>
    public void Clear()
    {
        captures = null;
        statements = null;
        unused = default;
        unfinished = default;
    }
}
