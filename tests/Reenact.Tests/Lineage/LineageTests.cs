using System.Text.Json;
using MessagePack;
using Reenact.Events;
using Reenact.Lineage;
using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Lineage;

public class LineageTests
{
    private const string Document = "Refunds: a passenger whose flight was cancelled by the airline is refunded in full within seven days, also without insurance.";

    [Fact]
    public void An_identifier_in_a_text_leads_to_the_result_that_had_it()
    {
        var session = new BuiltSession();
        session.Call("Acme.Desk.Unrelated", "weather", "sunny and 20 degrees");
        var said = session.Call("Acme.Customer.Listen", "hello", "My reservation is 4WQ150, thank you", CallKind.Human);
        var cancel = session.Call("Acme.Tools.Cancel", "4WQ150", "done");
        using var recording = session.Record();

        var edge = Assert.Single(recording.Lineage(cancel.Start).Edges, edge => edge.To == cancel.Start);

        Assert.Equal((said.End, false, LineageEdgeKind.Content), (edge.From, edge.IsRecorded, edge.Kind));
        Assert.Equal(new LineageEvidence(LineageMatch.Identifier, "query", "result", "4WQ150"), Assert.Single(edge.Evidence));
        Assert.Contains(recording.Lineage(cancel.Start).Edges, next => next is { Kind: LineageEdgeKind.ResultOf, IsRecorded: true } && next.From == said.Start && next.To == said.End);
    }

    [Fact]
    public void Text_is_found_within_earlier_text_and_earlier_text_within_it()
    {
        var session = new BuiltSession();
        var read = session.Call("Acme.Library.Read", "refunds", Document, CallKind.Retrieval);
        var quote = session.Call("Acme.Tools.Send", "a passenger whose flight was cancelled by the airline", "sent");
        var whole = session.Call("Acme.Tools.Archive", "From the library: " + Document + " End.", "kept");
        var same = session.Call("Acme.Tools.Print", Document, "printed");
        using var recording = session.Record();

        Assert.Equal(LineageMatch.PartOfEarlier, Evidence(quote).Match);
        Assert.Equal(LineageMatch.ContainsEarlier, Evidence(whole).Match);
        Assert.Equal(LineageMatch.Same, Evidence(same).Match);

        LineageEvidence Evidence((long Start, long End) call) =>
            recording.Lineage(call.Start).Edges.Single(edge => edge.To == call.Start && edge.From == read.End).Evidence[0];
    }

    [Fact]
    public void Forward_is_back_the_other_way_round()
    {
        var session = new BuiltSession();
        var read = session.Call("Acme.Library.Read", "refunds", Document, CallKind.Retrieval);
        var answer = session.Call("Acme.Model.Answer", "Context: " + Document, "Ticket T-99812 is refundable", CallKind.Model);
        var refund = session.Call("Acme.Tools.Refund", "99812", "ok");
        var other = session.Call("Acme.Tools.Weather", "Berlin", "rain");
        using var recording = session.Record();

        var forward = recording.Lineage(read.End, LineageDirection.Forward);

        Assert.Superset(new HashSet<long> { answer.Start, answer.End, refund.Start, refund.End }, forward.Events.ToHashSet());
        Assert.DoesNotContain(other.Start, forward.Events);
        Assert.Contains(read.End, recording.Lineage(refund.Start).Events);
        Assert.All(forward.Edges, edge => Assert.Contains(edge, recording.Lineage(edge.To!.Value).Edges, SameSteps.Instance));
    }

    [Fact]
    public void Links_are_recorded_steps_also_to_what_is_outside()
    {
        var session = new BuiltSession();
        var read = session.Call("Acme.Library.Read", "first", "something");
        var use = session.Call("Acme.Tools.Use", "second", "other");
        session.Link(read.End, use.Start, LinkRelation.DerivedFrom);
        session.Link("https://example.com/policy", use.Start, LinkRelation.RetrievedFrom);
        using var recording = session.Record();

        var edges = recording.Lineage(use.Start).Edges.Where(edge => edge.Kind == LineageEdgeKind.Link).ToList();

        Assert.All(edges, edge => Assert.True(edge.IsRecorded));
        Assert.Equal([(read.End, null, LinkRelation.DerivedFrom), (null, "\"https://example.com/policy\"", LinkRelation.RetrievedFrom)], edges.Select(edge => (edge.From, edge.Outside, edge.Relation!.Value)));
        Assert.Contains(use.Start, recording.Lineage(read.End, LineageDirection.Forward).Events);
    }

    [Fact]
    public void What_is_common_is_no_evidence()
    {
        var session = new BuiltSession();
        for (var number = 0; number < 40; number++)
            session.Call("Acme.Tools.Search", $"q{number}", "JFK economy 123 yes and " + number);
        var call = session.Call("Acme.Tools.Book", "economy", "ok");
        using var recording = session.Record();

        Assert.DoesNotContain(recording.Lineage(call.Start).Edges, edge => edge.To == call.Start);
    }

    [Fact]
    public void Nothing_comes_from_what_is_later()
    {
        var session = new BuiltSession();
        var early = session.Call("Acme.Tools.Book", "HAT023", "ok");
        session.Call("Acme.Tools.Search", "x", "HAT023");
        using var recording = session.Record();

        Assert.Empty(recording.Lineage(early.Start).Edges);
        Assert.Empty(recording.Lineage(100_000).Edges);
    }

    [Fact]
    public void Hostile_texts_take_bounded_time_and_what_was_left_out_is_said()
    {
        var session = new BuiltSession();
        var repeated = string.Concat(Enumerable.Repeat("the same words again and ", 4000));
        for (var number = 0; number < 300; number++)
            session.Call("Acme.Tools.Read", repeated + number, string.Concat("the same words again and again ", number, repeated));
        var last = session.Call("Acme.Tools.Write", repeated + repeated, "ok");
        using var recording = session.Record();

        var graph = recording.Lineage(last.Start);

        Assert.NotEmpty(graph.Limits);
        Assert.NotEmpty(recording.Lineage(2, LineageDirection.Forward).Limits);
    }

    [Fact]
    public void Json_has_events_and_steps()
    {
        var session = new BuiltSession();
        session.Call("Acme.Customer.Listen", "hello", "My reservation is 4WQ150");
        var cancel = session.Call("Acme.Tools.Cancel", "4WQ150", "done");
        using var recording = session.Record();

        using var json = JsonDocument.Parse(recording.Lineage(cancel.Start).ToJson());

        Assert.Equal(cancel.Start, json.RootElement.GetProperty("events")[0].GetInt64());
        var edge = json.RootElement.GetProperty("edges")[0];
        Assert.Equal(("content", false, "4WQ150"), (edge.GetProperty("kind").GetString(), edge.GetProperty("recorded").GetBoolean(), edge.GetProperty("evidence")[0].GetProperty("text").GetString()));
    }

    /// <summary>Steps between the same events, of the same kind.</summary>
    private sealed class SameSteps : IEqualityComparer<LineageEdge>
    {
        public static readonly SameSteps Instance = new();

        public bool Equals(LineageEdge? one, LineageEdge? other) => (one?.From, one?.To, one?.Kind) == (other?.From, other?.To, other?.Kind);

        public int GetHashCode(LineageEdge edge) => HashCode.Combine(edge.From, edge.To, edge.Kind);
    }

    /// <summary>A session inside one agent's call, whose events a test knows by number.</summary>
    private sealed class BuiltSession
    {
        private readonly RecordingBuilder builder = new RecordingBuilder().Started();
        private readonly Dictionary<string, uint> methods = [];
        private uint span = 1;

        public BuiltSession() => builder.Call(1, builder.Method("Acme.Agent.Handle", CallKind.Agent, "request"), "start");

        /// <summary>Adds a call.</summary>
        /// <returns>The numbers of the events with which it started and ended.</returns>
        public (long Start, long End) Call(string method, string argument, string result, CallKind kind = CallKind.Tool)
        {
            if (!methods.TryGetValue(method, out var id))
                methods[method] = id = builder.Method(method, kind, "query");
            builder.Call(++span, 1, id, argument);
            var start = builder.Written - 1;
            builder.Returned(span, result);
            return (start, builder.Written - 1);
        }

        public void Link(object from, long to, LinkRelation relation) =>
            builder.Event(EventKind.Link, 3, (ref MessagePackWriter output, ValueWriteContext values) =>
            {
                if (from is long sequence)
                    output.Write(sequence);
                else
                    values.WriteText(ref output, (string)from);
                output.Write(to);
                output.Write((int)relation);
            });

        public Recording Record()
        {
            builder.Returned(1, "finished").Ended().Seal();
            return Recording.Open(builder.Store);
        }
    }
}
