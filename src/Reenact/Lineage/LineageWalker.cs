using Reenact.Events;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>Walks from event to event. Thread-safe: one walk at a time.</summary>
internal sealed class LineageWalker(Recording recording)
{
    private const int MaxEvents = 10_000;
    private const int MaxEdgesOfEvent = 256;
    private const int MaxEvidence = 64;
    private const int ShownLink = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<long, IReadOnlyList<LineageEdge>> known = [];
    private LineageIndex? index;
    private bool wereManyEvents;
    private bool wereManyEdges;

    public LineageGraph Walk(long sequence, LineageDirection direction)
    {
        lock (gate)
        {
            index ??= LineageIndex.Build(recording);
            (wereManyEvents, wereManyEdges) = (false, false);
            var events = new List<long> { sequence };
            var edges = direction == LineageDirection.Back ? Back(events) : Forward(events);
            return new LineageGraph { Event = sequence, Direction = direction, Events = events, Edges = edges, Limits = Limits(index) };
        }
    }

    private List<LineageEdge> Back(List<long> events)
    {
        var edges = new List<LineageEdge>();
        var seen = new HashSet<long>(events);
        for (var next = 0; next < events.Count; next++)
        {
            foreach (var edge in EdgesTo(events[next]))
            {
                edges.Add(edge);
                if (edge.From is { } from && Enter(from, seen))
                {
                    events.Add(from);
                }
            }
        }

        return edges;
    }

    private List<LineageEdge> Forward(List<long> events)
    {
        // What comes of an event comes later, but for links, which may say anything.
        var edges = new List<LineageEdge>();
        var seen = new HashSet<long>(events);
        var targets = index!.Targets.Concat(index.Links.Select(link => EventOf(link.To)).OfType<long>()).Distinct().Order();
        foreach (var target in targets.Where(target => target > events[0]))
        {
            var from = EdgesTo(target).Where(edge => edge.From is { } source && seen.Contains(source)).ToList();
            if (from.Count > 0 && Enter(target, seen))
            {
                events.Add(target);
            }

            edges.AddRange(from);
        }

        return edges;
    }

    private bool Enter(long sequence, HashSet<long> seen)
    {
        if (seen.Contains(sequence))
        {
            return false;
        }

        wereManyEvents |= seen.Count >= MaxEvents;
        return seen.Count < MaxEvents && seen.Add(sequence);
    }

    private IReadOnlyList<LineageEdge> EdgesTo(long sequence)
    {
        if (!known.TryGetValue(sequence, out var edges))
        {
            known[sequence] = edges = FindEdgesTo(sequence);
        }

        return edges;
    }

    private List<LineageEdge> FindEdgesTo(long sequence)
    {
        var edges = new List<LineageEdge>();
        foreach (var link in index!.Links.Where(link => EventOf(link.To) == sequence))
        {
            var from = EventOf(link.From);
            edges.Add(new LineageEdge
            {
                From = from,
                Outside = from is null ? ValuePrinter.Print(new EncodedValue(link.From.Bytes, link.From.Blobs), ShownLink) : null,
                To = sequence,
                Kind = LineageEdgeKind.Link,
                Relation = link.Relation,
            });
        }

        if (recording.ReadEvent(sequence) is not { } happened)
        {
            return edges;
        }

        if (happened is CallReturnedEvent or CallFailedEvent or StreamItemEvent or StreamEndedEvent && index.StartOf(happened.Span) is { } start && start < sequence)
        {
            edges.Add(new LineageEdge { From = start, To = sequence, Kind = LineageEdgeKind.ResultOf });
        }

        // What is found in several ways is found once, the strongest one.
        var matches = index.Match(happened).OrderBy(match => match.Kind).DistinctBy(match => (match.Path, match.Text, match.Source));
        var byEvent = matches.GroupBy(match => match.Source.Event).OrderBy(group => group.Min(match => match.Kind)).ThenBy(group => group.Key).ToList();
        wereManyEdges |= byEvent.Count > MaxEdgesOfEvent;
        edges.AddRange(byEvent.Take(MaxEdgesOfEvent).Select(group => Edge(sequence, group.Key, [.. group])));
        return edges;
    }

    private LineageEdge Edge(long sequence, long from, List<Match> matches)
    {
        var shown = matches.Take(MaxEvidence).ToList();
        var paths = index!.Paths(from, shown.Select(match => match.Source.Leaf).ToHashSet());
        return new LineageEdge
        {
            From = from,
            To = sequence,
            Kind = LineageEdgeKind.Content,
            Evidence = [.. shown.Select(match => new LineageEvidence(match.Kind, match.Path, paths.GetValueOrDefault(match.Source.Leaf, ""), match.Text))],
            EvidenceCount = matches.Count,
        };
    }

    /// <summary>The event that an end of a link names; null for something outside.</summary>
    private static long? EventOf(RecordedValue end)
    {
        var cursor = new MessagePackCursor(end.Bytes.Span);
        return !end.IsAbsent && cursor.TryReadInt64(out var sequence) && sequence >= 0 ? sequence : null;
    }

    private List<string> Limits(LineageIndex index)
    {
        List<string> limits = [.. index.Limits];
        if (wereManyEvents)
        {
            limits.Add(FormattableString.Invariant($"More than {MaxEvents:N0} events are connected; the rest was not followed."));
        }

        if (wereManyEdges)
        {
            limits.Add(FormattableString.Invariant($"An event comes from more than {MaxEdgesOfEvent} others; the weakest were left out."));
        }

        return limits;
    }
}
