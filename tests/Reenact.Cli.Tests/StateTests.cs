using System.Text.Json;

namespace Reenact.Cli.Tests;

public sealed partial class StateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    private string File => Path.Combine(folder, "cart.reenact");

    [Fact]
    public async Task Snapshots_decisions_and_links_are_shown_readably()
    {
        await RecordAsync();
        var lines = ToolRun.Of(width: 200, terminal: false, ["show", File]).Lines;

        Assert.Contains(lines, line => line.EndsWith("snapshot     cart: {Customer: \"Ada\", Lines: [\"a pot of tea\", \"a cup\", \"a spoon\"]}", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("snapshot     cart: Lines[1]: \"a cup\" → \"two cups\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("snapshot     cart: unchanged", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("decision     delivery (it is near): \"by bike\"", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"policy 17\" → ", StringComparison.Ordinal) && line.EndsWith(", retrieved from", StringComparison.Ordinal));

        var full = ToolRun.Of("show", "--full", File).Output;
        Assert.Equal(4, full.Split("\"a pot of tea\"").Length);
        Assert.Contains("alternative: by car", full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_as_of_an_event_is_shown_as_text_and_as_json()
    {
        var events = await RecordAsync();
        var state = ToolRun.Of("state", File);
        Assert.Equal((0, ""), (state.ExitCode, state.Error));
        Assert.Contains("\"two cups\"", state.Output, StringComparison.Ordinal);

        var before = ToolRun.Of("state", File, "--at", $"{events[0]}").Output;
        Assert.Contains($"cart (event {events[0]}, version 3):", before, StringComparison.Ordinal);
        Assert.Contains("\"a cup\"", before, StringComparison.Ordinal);
        Assert.Contains("no snapshot", ToolRun.Of("state", File, "--at", "0").Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(ToolRun.Of("state", File, "--json", "--at", $"{events[1]}").Output);
        var snapshot = Assert.Single(json.RootElement.GetProperty("snapshots").EnumerateArray());
        Assert.Equal(("cart", events[1], 3), (snapshot.GetProperty("name").GetString(), snapshot.GetProperty("event").GetInt64(), snapshot.GetProperty("version").GetInt32()));
        Assert.Equal("two cups", snapshot.GetProperty("state").GetProperty("Lines")[1].GetString());

        Assert.Equal(2, ToolRun.Of("state", File, "--at", "-1").ExitCode);
        Assert.Equal(2, ToolRun.Of("state", File + "x").ExitCode);
        var beyond = ToolRun.Of("state", File, "--at", "100000");
        Assert.Equal((2, ""), (beyond.ExitCode, beyond.Output));
        Assert.Contains("has no event 100000: its events are 0 to ", beyond.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<List<long>> RecordAsync()
    {
        await using (Session.Record(File))
        {
            Session.Snapshot("cart", new Basket("Ada", ["a pot of tea", "a cup", "a spoon"]), version: 3);
            Session.Snapshot("cart", new Basket("Ada", ["a pot of tea", "two cups", "a spoon"]), version: 3);
            var last = Session.Snapshot("cart", new Basket("Ada", ["a pot of tea", "two cups", "a spoon"]), version: 3);
            Session.Link("policy 17", Session.Decide("delivery", "by bike", ["by car"], "it is near"), Events.LinkRelation.RetrievedFrom);
            Session.Link(last, "order 4");
        }

        using var recording = Recording.Open(File);
        return [.. recording.ReadEvents().OfType<Events.SnapshotEvent>().Select(snapshot => snapshot.Sequence)];
    }

    private sealed record Basket(string Customer, string[] Lines);
}
