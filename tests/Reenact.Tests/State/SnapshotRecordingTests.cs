using Reenact.Events;
using Reenact.Tests.Recorders;
using Reenact.Tests.Replaying;
using Xunit;

namespace Reenact.Tests.States;

public sealed partial class SnapshotRecordingTests
{
    [Fact]
    public async Task The_first_snapshot_is_full_and_later_ones_are_what_has_changed()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            var cart = new Cart("Ada", [.. Enumerable.Range(0, 100).Select(item => new CartLine($"item {item}", 1))]);
            Session.Snapshot("cart", cart);
            cart.Lines[40] = cart.Lines[40] with { Quantity = 2 };
            Session.Snapshot("cart", cart, version: null);
            Session.Current!.Snapshot("cart", cart);
            Session.Snapshot("other", 7);
            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        var snapshots = recording.ReadEvents().OfType<SnapshotEvent>().ToList();
        Assert.Equal([("cart", false), ("cart", true), ("cart", true), ("other", false)], snapshots.Select(snapshot => (snapshot.Name, snapshot.IsDelta)));
        Assert.InRange(snapshots[0].State.Bytes.Length, 1000, 10_000);
        Assert.InRange(snapshots[1].State.Bytes.Length, 1, 40);
        Assert.Equal(1, snapshots[2].State.Bytes.Length);
    }

    [Fact]
    public async Task A_full_snapshot_comes_again_when_the_deltas_are_as_large_or_many()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            for (var turn = 0; turn < 300; turn++)
            {
                Session.Snapshot("few changes", new Cart("Ada", [.. Enumerable.Range(0, 500).Select(item => new CartLine($"item {item}", item == turn ? 2 : 1))]));
                Session.Snapshot("many changes", new Cart("Ada", [.. Enumerable.Range(0, 20).Select(item => new CartLine($"item {item}", item + turn))]));
            }

            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        var snapshots = recording.ReadEvents().OfType<SnapshotEvent>().ToLookup(snapshot => snapshot.Name);
        Assert.Equal(3, snapshots["few changes"].Count(snapshot => !snapshot.IsDelta));
        var full = snapshots["many changes"].Where(snapshot => !snapshot.IsDelta).ToList();
        Assert.InRange(full.Count, 20, 200);
        var deltas = snapshots["many changes"].Where(snapshot => snapshot.Sequence > full[0].Sequence && snapshot.Sequence < full[1].Sequence);
        Assert.InRange(deltas.Sum(snapshot => snapshot.State.Bytes.Length), 1, full[0].State.Bytes.Length);
    }

    [Fact]
    public async Task Decisions_and_links_say_what_comes_from_what()
    {
        var agent = new FlightAgent
        {
            Body = (_, request) =>
            {
                var inside = Session.Current!.CurrentCall;
                var state = Session.Snapshot("request", request);
                var decision = Session.Decide("route", "LX 1", new[] { "LX 1", "LH 2" }.Where(flight => flight.Length > 0), "it is direct");
                Session.Link(inside, decision, LinkRelation.CausedBy);
                Session.Link("policy 17", state, LinkRelation.RetrievedFrom);
                Session.Link(state, "ticket 4");
                return Task.FromResult(request);
            },
        };
        var bytes = await Recorded.SessionAsync(() => agent.HandleAsync("to Boston"));

        using var recording = Recorded.Open(bytes);
        var events = recording.ReadEvents().ToList();
        var decision = Assert.Single(events.OfType<DecisionEvent>());
        Assert.Equal(("route", "LX 1", "it is direct"), (decision.Name, decision.Chosen.ReadText(), decision.Rationale));
        Assert.Equal(["LX 1", "LH 2"], decision.Alternatives.Select(alternative => alternative.ReadText()));
        Assert.Equal(1, decision.Span);

        var start = Assert.Single(events.OfType<CallStartedEvent>()).Sequence;
        var snapshot = Assert.Single(events.OfType<SnapshotEvent>()).Sequence;
        Assert.Equal(
            [($"{start}", $"{decision.Sequence}", LinkRelation.CausedBy), ("policy 17", $"{snapshot}", LinkRelation.RetrievedFrom), ($"{snapshot}", "ticket 4", LinkRelation.DerivedFrom)],
            events.OfType<LinkEvent>().Select(link => (Print(link.From), Print(link.To), link.Relation)));
        Assert.Empty(recording.Verify().Findings);
    }

    [Fact]
    public async Task Sensitive_members_of_states_are_erased_and_compare_as_equal()
    {
        Task TakeAsync(string card)
        {
            Session.Snapshot("payment", new Payment("Ada", card));
            Session.Snapshot("payment", new Payment("Ada", card + "1"));
            return Task.CompletedTask;
        }

        var bytes = await Recorded.SessionAsync(() => TakeAsync("4000"));
        using var recording = Recorded.Open(bytes);
        Assert.DoesNotContain("4000", recording.StateAt(recording.EventCount).ToString(), StringComparison.Ordinal);
        Assert.Contains("Ada", recording.StateAt(recording.EventCount).ToString(), StringComparison.Ordinal);
        using var replay = Recorded.Replay(bytes);
        Assert.True((await replay.RunAsync(() => TakeAsync("5000"))).IsMatch);
    }

    [Fact]
    public void Outside_a_session_nothing_happens()
    {
        Assert.Equal(default, Session.Snapshot("state", new NeverEncoded()));
        Assert.Equal(default, Session.Decide("state", new NeverEncoded(), [new NeverEncoded()]));
        Session.Link(default, "document");
    }

    [Fact]
    public async Task What_can_not_be_recorded_says_why() => await Recorded.SessionAsync(async () =>
    {
        Assert.Contains("no codec", Assert.Throws<InvalidOperationException>(() => Hide(new Unseen(1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Session.Snapshot("", 1));
        Assert.Throws<ArgumentException>(() => Session.Snapshot(new string('x', 1025), 1));
        Assert.Throws<ArgumentException>(() => Session.Link("", "document"));
        var other = default(LinkEnd);
        await Recorded.SessionAsync(() =>
        {
            other = Session.Snapshot("state", 1);
            return Task.CompletedTask;
        });
        Assert.Contains("another session", Assert.Throws<ArgumentException>(() => Session.Link(other, "document")).Message, StringComparison.Ordinal);
    });

    private static string Print(RecordedValue end) => end.Bytes.Span[0] < 0xA0 || end.Bytes.Span[0] >= 0xCC && end.Bytes.Span[0] < 0xD9 ? $"{end.Read<int, Reenact.Shims.Int32Codec>()}" : end.ReadText()!;

    private static void Hide<T>(T value) => Session.Snapshot("hidden", value);

    private sealed record Unseen(int Value);

    private sealed record Payment(string Name, [property: Sensitive] string Card);

    private sealed class NeverEncoded
    {
        public int Value
        {
            get => throw new InvalidOperationException("It was encoded.");
            set => throw new InvalidOperationException($"It was read: {value}.");
        }
    }
}
