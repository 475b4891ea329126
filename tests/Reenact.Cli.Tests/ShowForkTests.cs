namespace Reenact.Cli.Tests;

public class ShowForkTests
{
    [Fact]
    public async Task A_fork_says_where_it_comes_from_what_the_plan_was_and_what_was_live()
    {
        using var sample = await SampleRecording.CreateAsync();
        var fork = sample.Beside("fork.reenact");
        long search;
        Guid parent;
        using (var recording = Recording.Open(sample.File))
        {
            search = recording.Calls[0].Children[0].End!.Sequence;
            parent = recording.SessionId;
        }

        using (var replay = Session.Replay(sample.File).Override("FlightTools.SearchDirectAsync", new List<string> { "none" }).ForkAt(search, fork).WithCodeVersion("1.5"))
        {
            await replay.RunAsync(() => new SupportAgent(new FlightTools()).HandleAsync("SEA"));
        }

        var run = ToolRun.Of(width: 200, terminal: false, "show", fork);

        Assert.Contains($"forked from session {parent} at event {search}", run.Output, StringComparison.Ordinal);
        Assert.Contains("override FlightTools.SearchDirectAsync", run.Output, StringComparison.Ordinal);
        Assert.Contains("live behind the fork; code 1.5", run.Output, StringComparison.Ordinal);
        Assert.Contains("tool live", run.Lines.Single(line => line.Contains("BookAsync(", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("live", run.Lines.Single(line => line.Contains("SearchDirectAsync(origin", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
