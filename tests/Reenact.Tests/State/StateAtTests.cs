using System.Text.Json;
using CsCheck;
using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.States;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.States;

public sealed class StateAtTests
{
    [Fact]
    public async Task The_state_as_of_an_event_is_that_of_each_names_last_snapshot()
    {
        var bytes = await Recorded.SessionAsync(() =>
        {
            Session.Snapshot("cart", new Cart("Ada", [new CartLine("tea", 1)]), version: 2);
            Session.Snapshot("step", "choosing");
            Session.Snapshot("cart", new Cart("Ada", [new CartLine("tea", 1), new CartLine("a cup with a long name", 2)]), version: 2);
            return Task.CompletedTask;
        });

        using var recording = Recorded.Open(bytes);
        var events = recording.ReadEvents().OfType<SnapshotEvent>().Select(snapshot => snapshot.Sequence).ToList();
        Assert.Empty(recording.StateAt(events[0] - 1).Snapshots);
        Assert.Equal(1, Assert.Single(recording.StateAt(events[0]).Read<Cart>("cart").Lines).Quantity);

        var state = recording.StateAt(events[2] + 10);
        Assert.Equal(["cart", "step"], state.Snapshots.Select(snapshot => snapshot.Name));
        Assert.Equal((events[2], 2L), (state["cart"].Event, state["cart"].Version));
        Assert.Equal(2, state.Read<Cart>("cart").Lines.Count);
        Assert.Equal("choosing", state["step"].Value.ReadText());
        Assert.Equal("tea", JsonDocument.Parse(state.ToJson()).RootElement.GetProperty("cart").GetProperty("Lines")[0].GetProperty("Item").GetString());
        Assert.Contains("step (event ", state.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"a cup with a long name\"", state.ToString(), StringComparison.Ordinal);

        var error = Assert.Throws<KeyNotFoundException>(() => state["card"]);
        Assert.Contains("\"cart\", \"step\"", error.Message, StringComparison.Ordinal);
        Assert.Throws<ValueFormatException>(() => state.Read<int>("cart"));
    }

    [Fact]
    public async Task Each_state_of_a_random_session_is_read_as_it_was_sealed_and_unsealed() => await Gen.Int.SampleAsync(
        async seed =>
        {
            var random = new Random(seed);
            var store = new KeptBlockStore();
            var states = new List<(string Name, List<int> State)>();
            await using (Session.Record(store))
            {
                for (var turn = 0; turn < 40; turn++)
                {
                    var name = $"list {random.Next(3)}";
                    var before = states.LastOrDefault(state => state.Name == name).State ?? [];
                    List<int> next = random.Next(5) == 0 ? [.. Enumerable.Range(0, random.Next(200))] : [.. before.Where(_ => random.Next(9) > 0), turn];
                    states.Add((name, next));
                    Session.Snapshot(name, next);
                }
            }

            foreach (var bytes in new[] { store.Bytes, store.Bytes[..^100] })
            {
                using var recording = Recorded.Open(bytes);
                var events = recording.ReadEvents().OfType<SnapshotEvent>().Select(snapshot => snapshot.Sequence).ToList();
                Assert.Equal(states.Count, events.Count);
                foreach (var place in Enumerable.Range(0, states.Count).Reverse())
                {
                    var state = recording.StateAt(events[place]);
                    foreach (var name in states.Take(place + 1).Select(each => each.Name).Distinct())
                        Assert.Equal(states.Take(place + 1).Last(each => each.Name == name).State, state.Read<List<int>>(name));
                }
            }
        },
        iter: 20);

    [Fact]
    public void A_state_is_read_from_the_blocks_it_stands_in()
    {
        var builder = new RecordingBuilder().Started().Block();
        for (var block = 0; block < 100; block++)
        {
            builder.Note(new string('x', 300 + block));
            if (block is 3 or 60)
                Snapshot(builder, "early", isDelta: block == 60, block == 60 ? [0x92, 0, 7] : [5]);
            builder.Block();
        }

        var store = new CountingBlockStore(builder.Seal().Bytes);
        using var recording = Recording.Open(store);
        Assert.Equal(7, recording.StateAt(recording.EventCount).Read<int>("early"));
        Assert.Equal(3, store.BlocksRead); // Two, and the seal.
        Assert.Equal(5, recording.StateAt(recording.EventCount / 2).Read<int>("early"));
    }

    [Fact]
    public void Deltas_without_a_full_snapshot_or_too_many_of_them_are_refused()
    {
        using var lost = Recording.Open(Snapshot(new RecordingBuilder().Started(), "lost", isDelta: true, [0x90]).Block().Store);
        Assert.Contains("is lost", Assert.Throws<RecordingException>(() => lost.StateAt(9)["lost"].Value).Message, StringComparison.Ordinal);
        Assert.Contains("is lost", lost.StateAt(9).ToString(), StringComparison.Ordinal);

        var builder = Snapshot(new RecordingBuilder().Started(), "long", isDelta: false, [1]);
        for (var delta = 0; delta <= SnapshotTable.LongestChain; delta++)
            Snapshot(builder, "long", isDelta: true, [0x90]);
        using var longest = Recording.Open(builder.Block().Store);
        Assert.Equal(1, longest.StateAt(longest.EventCount - 2).Read<int>("long"));
        Assert.Contains("the format allows 100", Assert.Throws<RecordingException>(() => longest.StateAt(longest.EventCount).Read<int>("long")).Message, StringComparison.Ordinal);

        using var unfit = Recording.Open(Snapshot(Snapshot(new RecordingBuilder().Started(), "odd", isDelta: false, [1]), "odd", isDelta: true, [0x92, 1, 0x80]).Block().Store);
        Assert.Contains("doesn't fit", Assert.Throws<RecordingException>(() => unfit.StateAt(9)["odd"].Value).Message, StringComparison.Ordinal);
    }

    private static RecordingBuilder Snapshot(RecordingBuilder builder, string name, bool isDelta, byte[] state) =>
        builder.Event(EventKind.Snapshot, 4, (ref MessagePackWriter output, ValueWriteContext _) =>
        {
            output.Write(name);
            output.WriteNil();
            output.Write(isDelta ? 1 : 0);
            output.WriteRaw(state);
        });
}
