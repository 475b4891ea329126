namespace Reenact.Events;

/// <summary>The calls of a recording.</summary>
internal sealed class CallTree
{
    private readonly List<RecordedSpan> roots = [];
    private readonly Dictionary<long, RecordedSpan> spans = [];

    /// <summary>The calls that the session itself made, in order of their starts.</summary>
    public IReadOnlyList<RecordedSpan> Roots => roots;

    public RecordedSpan? Find(long id) => spans.GetValueOrDefault(id);

    /// <summary>Puts events into a tree. A call whose parent is missing, because its event is damaged, stands at the top.</summary>
    public static CallTree Build(IEnumerable<RecordedEvent> events)
    {
        var tree = new CallTree();
        foreach (var happened in events)
        {
            if (happened is CallStartedEvent start)
                tree.Add(start);
            else if (happened.Span != 0)
                tree.Find(happened.Span)?.Add(happened);
        }

        return tree;
    }

    private void Add(CallStartedEvent start)
    {
        var parent = Find(start.ParentSpan);
        var span = new RecordedSpan(start, parent);
        if (!spans.TryAdd(start.Span, span))
            return; // Verification reports a second start of the same call.
        if (parent is null)
            roots.Add(span);
        else
            parent.Add(span);
    }
}
