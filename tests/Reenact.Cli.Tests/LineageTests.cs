using System.Text.Json;

namespace Reenact.Cli.Tests;

public class LineageTests
{
    [Fact]
    public async Task An_argument_leads_back_to_the_result_that_it_came_from()
    {
        using var sample = await SampleRecording.CreateAsync();
        var booking = Event(sample.File, "BookAsync");

        var run = ToolRun.Of("lineage", sample.File, $"{booking}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("FlightTools.SearchDirectAsync", run.Output, StringComparison.Ordinal);
        Assert.Contains("flight ← result[0]  the same JFK-SEA 17:05", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_leads_forward_to_the_call_that_used_it()
    {
        using var sample = await SampleRecording.CreateAsync("Seattle-Tacoma Airport");
        var search = Event(sample.File, "SearchDirectAsync");

        var run = ToolRun.Of("lineage", sample.File, $"{search}", "--forward", "--json");

        var graph = JsonElement.Parse(run.Output);
        Assert.Contains(Event(sample.File, "BookAsync"), graph.GetProperty("events").EnumerateArray().Select(number => number.GetInt64()));
        Assert.Contains(graph.GetProperty("edges").EnumerateArray(), edge => edge.GetProperty("kind").GetString() == "resultOf" && edge.GetProperty("recorded").GetBoolean());
    }

    [Fact]
    public async Task Hostile_text_does_not_reach_the_terminal()
    {
        const string Hostile = "\u001b]0;owned\a\u001b[2J [red]markup[/] \u202Etxt end of it";
        using var sample = await SampleRecording.CreateAsync(Hostile);

        var run = ToolRun.Of("lineage", sample.File, $"{Event(sample.File, "BookAsync")}", "--full");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("[red]markup[/]", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202E' or '\u2028');
    }

    [Theory]
    [InlineData("100000")]
    [InlineData("-1")]
    [InlineData("booking")]
    public async Task An_event_that_is_not_there_is_exit_code_2(string number)
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("lineage", sample.File, number);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reenact: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_is_told_in_words_and_comes_from_nothing()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("lineage", sample.File, "0");

        Assert.Contains("0 session started", run.Output, StringComparison.Ordinal);
        Assert.Contains("nothing is known that it comes from", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0 events", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lineage", "3")]
    [InlineData("lineage", "0")]
    [InlineData("state")]
    [InlineData("state", "--at", "2")]
    public async Task Damage_is_named_and_exit_code_1(params string[] command)
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes =>
        {
            bytes[400] ^= 1;
            return bytes;
        });

        var run = ToolRun.Of([command[0], sample.File, .. command[1..]]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("reenact: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The event with which the first call of a method started.</summary>
    private static long Event(string file, string method)
    {
        using var recording = Recording.Open(file);
        return recording.ReadEvents().OfType<Events.CallStartedEvent>().First(start => start.Method.Name.EndsWith(method, StringComparison.Ordinal)).Sequence;
    }
}
