using System.Text.Json;

namespace Reenact.Cli.Tests;

public class ShowTests
{
    [Fact]
    public async Task The_header_says_who_ran_what_and_how_it_ended()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("show", sample.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("support 1.4.0, tenant acme, user u-81", run.Output, StringComparison.Ordinal);
        Assert.Contains("sealed", run.Output, StringComparison.Ordinal);
        Assert.Contains("failure E-FULL: nothing booked", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 tool, 1 agent, 1 failed", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Calls_are_a_tree_with_arguments_results_and_failures()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of(width: 200, terminal: false, "show", sample.File);

        var lines = run.Lines.Where(line => line.StartsWith('+')).Select(line => line[32..]).ToArray();
        Assert.Equal(6, lines.Length);
        Assert.Contains("prompt system 7: \"You book flights.\"", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  SupportAgent.HandleAsync(request: \"SEA\") → \"2 flights, none booked\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("├─ ", lines[2], StringComparison.Ordinal);
        Assert.Contains("├─ FlightTools.SearchDirectAsync(origin: \"JFK\", destination: \"SEA\") → [\"JFK-SEA 17:05\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("└─ FlightTools.BookAsync(flight: \"JFK-SEA 17:05\") ✗ System.InvalidOperationException", lines[4], StringComparison.Ordinal);
        Assert.Contains("ops: checked by hand", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_call_gives_out_is_shown_by_name()
    {
        using var sample = await SampleRecording.CreateAsync(more: _ =>
        {
            var left = 3;
            var desk = new SeatDesk();
            desk.TryTake("12A", ref left, out var seat, new Listener<int>(), new Listener<string>());
            Assert.Throws<InvalidOperationException>(() => desk.TryTake("", ref left, out seat, null, new Listener<string>()));
        });

        var output = ToolRun.Of(width: 200, terminal: false, "show", sample.File).Output;
        Assert.Contains("SeatDesk.TryTake(wanted: \"12A\", left: 3) → true, left: 2, seat: \"12A!\"", output, StringComparison.Ordinal);
        Assert.Contains("✗ System.InvalidOperationException: no wish, left: 2, seat: \"\"", output, StringComparison.Ordinal);
        Assert.Contains("share: 50", output, StringComparison.Ordinal);
        Assert.Contains("steps: \"taken\"", output, StringComparison.Ordinal);

        var full = ToolRun.Of("show", "--full", sample.File).Output;
        Assert.Contains("seat: 12A!", full, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(ToolRun.Of("show", "--json", sample.File).Output);
        var events = json.RootElement.GetProperty("events").EnumerateArray().ToList();
        var outs = events.First(found => found.TryGetProperty("outs", out _)).GetProperty("outs");
        Assert.Equal("""[{"name":"left","value":2},{"name":"seat","value":"12A!"}]""", JsonSerializer.Serialize(outs));
        var report = events.First(found => found.GetProperty("kind").GetString() == "progress");
        Assert.Equal(("share", 50, "atReturn"), (report.GetProperty("parameter").GetString(), report.GetProperty("value").GetInt32(), report.GetProperty("completion").GetString()));
    }

    [Fact]
    public async Task A_result_that_does_not_fit_has_a_line_of_its_own()
    {
        using var sample = await SampleRecording.CreateAsync();

        var lines = ToolRun.Of("show", sample.File).Lines;

        var search = Array.FindIndex(lines, line => line.EndsWith("├─ FlightTools.SearchDirectAsync(origin: \"JFK\", destination: \"SEA\")", StringComparison.Ordinal));
        Assert.EndsWith("│      → [\"JFK-SEA 17:05\", \"JFK-SEA 21:40\"]", lines[search + 1], StringComparison.Ordinal);
        Assert.EndsWith("└─ FlightTools.BookAsync(flight: \"JFK-SEA 17:05\")", lines[search + 2], StringComparison.Ordinal);
        Assert.EndsWith("       ✗ System.InvalidOperationException: JFK-SEA 17:05 is full", lines[search + 3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(200)]
    public async Task No_line_of_the_tree_is_wider_than_the_terminal(int width)
    {
        using var sample = await SampleRecording.CreateAsync(request: new string('界', 300));

        var run = ToolRun.Of(width, terminal: false, "show", sample.File);

        var tree = run.Lines.Where(line => line.StartsWith('+')).ToArray();
        Assert.NotEmpty(tree);
        Assert.All(tree, line => Assert.InRange(line.Sum(c => c == '界' ? 2 : 1), 1, width));
        Assert.Contains(tree, line => line.EndsWith('…'));
    }

    [Fact]
    public async Task Full_cuts_nothing()
    {
        var request = string.Concat(Enumerable.Range(0, 500).Select(n => $"word{n} "));
        using var sample = await SampleRecording.CreateAsync(request);

        var run = ToolRun.Of("show", "--full", sample.File);

        Assert.Contains("request: " + request, run.Output, StringComparison.Ordinal);
        Assert.Contains("content: You book flights.", run.Output, StringComparison.Ordinal);
        Assert.Contains("word499  21:40\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_no_escape_sequences_and_a_terminal_gets_colours()
    {
        using var sample = await SampleRecording.CreateAsync();

        var piped = ToolRun.Of("show", sample.File);
        var terminal = ToolRun.Of(100, terminal: true, "show", sample.File);

        Assert.DoesNotContain('\u001b', piped.Output);
        Assert.Contains("\u001b[", terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show", "--full")]
    [InlineData("show")]
    [InlineData("show", "--json")]
    [InlineData("verify")]
    public async Task Hostile_text_does_not_reach_the_terminal(params string[] command)
    {
        const string Hostile = "\u001b]0;owned\a\u001b[2J\u009b31m [red]markup[/] [/] \u202Etxt\u2028 \r\n\tend";
        var info = new SessionInfo { Agent = Hostile, User = Hostile, Tags = new Dictionary<string, string> { [Hostile] = Hostile } };
        using var sample = await SampleRecording.CreateAsync(
            Hostile,
            more: session =>
            {
                session.Note(Hostile, Hostile);
                session.RecordEnvironment(EnvironmentKind.Prompt, Hostile, Hostile, Hostile);
            },
            info: info);

        var run = ToolRun.Of([.. command, sample.File]);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202E' or '\u2028');
        if (command is ["show", ..] and not [_, "--json"])
        {
            Assert.Contains("[red]markup[/]", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_has_everything()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("show", "--json", sample.File);

        var document = JsonElement.Parse(run.Output);
        Assert.Equal("sealed", document.GetProperty("state").GetString());
        Assert.Equal("acme", document.GetProperty("session").GetProperty("tenant").GetString());
        Assert.Equal(2, document.GetProperty("summary").GetProperty("calls").GetProperty("tool").GetInt32());
        var events = document.GetProperty("events").EnumerateArray().ToArray();
        Assert.Equal("sessionStarted", events[0].GetProperty("kind").GetString());
        Assert.Equal("sessionEnded", events[^1].GetProperty("kind").GetString());
        var search = events.Single(e => e.TryGetProperty("method", out var method) && method.GetString()!.EndsWith("SearchDirectAsync", StringComparison.Ordinal));
        Assert.Equal("SEA", search.GetProperty("arguments")[1].GetProperty("value").GetString());
        var returned = events.Single(e => e.GetProperty("kind").GetString() == "callReturned" && e.GetProperty("span").GetInt64() == search.GetProperty("span").GetInt64());
        Assert.Equal("JFK-SEA 21:40", returned.GetProperty("result")[1].GetString());
        var failed = events.Single(e => e.GetProperty("kind").GetString() == "callFailed").GetProperty("failure");
        Assert.Equal("System.InvalidOperationException", failed.GetProperty("type").GetString());
        var prompt = events.Single(e => e.GetProperty("kind").GetString() == "environment");
        Assert.Equal("You book flights.", prompt.GetProperty("content").GetString());
    }
}
