using System.Text.Json;

namespace Reenact.Cli.Tests;

public class DiffTests
{
    [Fact]
    public async Task The_same_session_is_exit_code_0()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("diff", sample.File, sample.File);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("The sessions are the same: 3 calls", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_that_differ_are_exit_code_1_and_one_tree()
    {
        using var before = await SampleRecording.CreateAsync("SEA");
        using var after = await SampleRecording.CreateAsync("BOS");

        var run = ToolRun.Of("diff", before.File, after.File);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains("▼ first difference", run.Output, StringComparison.Ordinal);
        Assert.Contains("request  \"SEA\" → \"BOS\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("flight  \"JFK-SEA 17:05\" → \"JFK-BOS 17:05\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("tool calls", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 calls the same, 3 changed, 0 only before, 0 only after", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_differs_is_shown_with_what_is_next_to_it()
    {
        using var before = await SampleRecording.CreateAsync(more: session => Chat(session, "one", "two", "three", "four", "five", "six"));
        using var after = await SampleRecording.CreateAsync(more: session => Chat(session, "one", "two", "three", "four", "five", "other"));

        var text = ToolRun.Of("diff", before.File, after.File).Output;
        var full = ToolRun.Of("diff", before.File, after.File, "--full").Output;

        Assert.Contains("… 4 calls the same", text, StringComparison.Ordinal);
        Assert.Contains("(destination: \"five\")", text.Replace("origin: \"JFK\", ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"two\"", text, StringComparison.Ordinal);
        Assert.Contains("\"two\"", full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_calls_that_differ_the_first_are_shown_and_the_rest_is_counted()
    {
        using var before = await SampleRecording.CreateAsync(more: session => Chat(session, [.. Enumerable.Range(0, 700).Select(number => $"b{number}.")]));
        using var after = await SampleRecording.CreateAsync(more: session => Chat(session, [.. Enumerable.Range(0, 700).Select(number => $"a{number}.")]));

        var text = ToolRun.Of("diff", before.File, after.File).Output;
        var full = ToolRun.Of("diff", before.File, after.File, "--full").Output;
        using var few = await SampleRecording.CreateAsync(more: session => Chat(session, [.. Enumerable.Range(0, 200).Select(number => $"a{number}.")]));

        Assert.Contains("… 200 more calls that differ; --full shows all\n", text, StringComparison.Ordinal);
        Assert.Contains("a499.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a500.", text, StringComparison.Ordinal);
        Assert.Contains("3 calls the same, 700 changed, 0 only before, 0 only after", text, StringComparison.Ordinal);
        Assert.Contains("a699.", full, StringComparison.Ordinal);
        Assert.DoesNotContain("more calls that differ", full, StringComparison.Ordinal);
        Assert.DoesNotContain("more calls that differ", ToolRun.Of("diff", few.File, few.File).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document()
    {
        using var before = await SampleRecording.CreateAsync("SEA");
        using var after = await SampleRecording.CreateAsync("BOS");

        var run = ToolRun.Of("diff", before.File, after.File, "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.False(JsonElement.Parse(run.Output).GetProperty("equal").GetBoolean());
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task No_line_is_wider_than_the_terminal(int width)
    {
        using var before = await SampleRecording.CreateAsync(new string('x', 300) + "SEA" + new string('y', 300));
        using var after = await SampleRecording.CreateAsync(new string('x', 300) + "BOS" + new string('y', 300));

        var run = ToolRun.Of(width, terminal: false, "diff", before.File, after.File);

        Assert.All(run.Lines.Where(line => !line.Contains(before.File, StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, width));
        Assert.Contains("SEA", run.Output, StringComparison.Ordinal);
        Assert.Contains("BOS", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_narrow_the_totals_keep_their_numbers()
    {
        using var before = await SampleRecording.CreateAsync();
        using var after = await SampleRecording.CreateAsync(more: session => Chat(session, "one"));

        var lines = ToolRun.Of(width: 40, terminal: false, "diff", before.File, after.File).Lines;

        var totals = lines[Array.FindIndex(lines, line => line.TrimEnd().EndsWith("change", StringComparison.Ordinal))..];
        Assert.Equal("          before    after     change", totals[0]);
        Assert.Contains(totals, line => line.EndsWith("+1", StringComparison.Ordinal));
        Assert.DoesNotContain(totals[..^2], line => line.EndsWith('…'));
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("diff", "--full")]
    [InlineData("diff", "--json")]
    public async Task Hostile_text_does_not_reach_the_terminal(params string[] command)
    {
        const string Hostile = "\u001b]0;owned\a\u001b[2J\u009b31m [red]markup[/] \u202Etxt\u2028 \r\n\tend";
        using var before = await SampleRecording.CreateAsync(Hostile, more: session => session.RecordEnvironment(EnvironmentKind.Prompt, Hostile, Hostile, Hostile));
        using var after = await SampleRecording.CreateAsync(
            Hostile + "!", more: session => session.RecordEnvironment(EnvironmentKind.Prompt, Hostile, Hostile + "!", Hostile + "!"), info: new SessionInfo { Agent = Hostile });

        var run = ToolRun.Of([.. command, before.File, after.File]);

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202E' or '\u2028');
    }

    [Fact]
    public async Task What_can_not_be_read_is_exit_code_2()
    {
        using var sample = await SampleRecording.CreateAsync();
        var folder = Path.GetDirectoryName(sample.File)!;
        var cut = sample.Beside("cut.reenact");
        File.WriteAllBytes(cut, File.ReadAllBytes(sample.File)[..100]);
        var prices = sample.Beside("prices.json");
        File.WriteAllText(prices, """{"gpt-4o": {"input": "much"}}""");

        Assert.Equal(2, ToolRun.Of("diff", sample.File, sample.Beside("absent.reenact")).ExitCode);
        Assert.Equal(2, ToolRun.Of("diff", sample.File, cut).ExitCode);
        Assert.Equal(2, ToolRun.Of("diff", sample.File, folder).ExitCode);
        Assert.Equal(2, ToolRun.Of("diff", sample.File).ExitCode);
        Assert.Contains("prices.json", ToolRun.Of("diff", sample.File, sample.File, "--prices", prices).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_is_exit_code_2_also_when_the_rest_is_the_same()
    {
        using var sample = await SampleRecording.CreateAsync(more: session =>
        {
            for (var i = 0; i < 200; i++)
            {
                session.Note(Guid.NewGuid().ToString());
            }
        });
        var damaged = sample.Beside("damaged.reenact");
        var bytes = File.ReadAllBytes(sample.File);
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(damaged, bytes);

        var run = ToolRun.Of("diff", sample.File, damaged);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("damaged.reenact is damaged", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_are_compared_as_sets()
    {
        using var sample = await SampleRecording.CreateAsync();
        var (before, after) = (Directory.CreateDirectory(sample.Beside("before")).FullName, Directory.CreateDirectory(sample.Beside("after")).FullName);
        for (var number = 0; number < 12; number++)
        {
            File.Copy(sample.File, Path.Combine(before, $"{number}.reenact"));
            File.Copy(sample.File, Path.Combine(after, $"{number}.reenact"));
        }

        var run = ToolRun.Of("diff", before, after);
        var json = JsonElement.Parse(ToolRun.Of("diff", before, after, "--json").Output);
        File.WriteAllText(Path.Combine(after, "bad.reenact"), "bad");
        var unread = ToolRun.Of("diff", before, after);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("No difference is beyond chance", run.Output, StringComparison.Ordinal);
        Assert.Equal(12, json.GetProperty("after").GetProperty("sessions").GetInt32());
        Assert.Equal(2, unread.ExitCode);
        Assert.Contains("bad.reenact", unread.Error, StringComparison.Ordinal);
        Assert.Contains("1 recording left out", unread.Output, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("diff", Directory.CreateDirectory(sample.Beside("empty")).FullName, before).ExitCode);
    }

    [Fact]
    public async Task Folders_are_searched_without_links_to_folders_and_pipes_are_left_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs links and a named pipe in a folder.");
        using var sample = await SampleRecording.CreateAsync();
        var folder = Path.GetDirectoryName(sample.File)!;
        Directory.CreateSymbolicLink(sample.Beside("one"), ".");
        Directory.CreateSymbolicLink(sample.Beside("two"), ".");
        File.CreateSymbolicLink(sample.Beside("linked.reenact"), sample.File);
        var json = JsonElement.Parse(ToolRun.Of("diff", folder, folder, "--json").Output);
        Assert.Equal(2, json.GetProperty("before").GetProperty("sessions").GetInt32());

        NamedPipe.Create(sample.Beside("pipe.reenact"));
        var run = ToolRun.Of("diff", folder, folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("pipe.reenact: this is empty, or no ordinary file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_recording_is_named_alone_and_counted_in_sets()
    {
        using var sample = await SampleRecording.CreateAsync();
        var cut = Path.Combine(Directory.CreateDirectory(sample.Beside("cut")).FullName, "cut.reenact");
        File.WriteAllBytes(cut, File.ReadAllBytes(sample.File)[..^100]);

        var alone = ToolRun.Of("diff", cut, cut);
        var sets = ToolRun.Of("diff", sample.Beside("cut"), sample.Beside("cut"));

        Assert.Equal(0, alone.ExitCode);
        Assert.Contains("cut.reenact is unsealed: still being written, or cut by a crash", alone.Error, StringComparison.Ordinal);
        Assert.Contains("1 unsealed", sets.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "it is no object")]
    [InlineData("{", "it is no JSON")]
    [InlineData("", "this is empty")]
    [InlineData("""{"m": 3}""", "m is no object")]
    [InlineData("""{"m": {"input": "much", "output": 1}}""", "m.input is no number")]
    [InlineData("""{"m": {"input": 1}}""", "m has no output")]
    [InlineData("""{"m": {"input": 1, "output": 1}, "m": {"input": 1, "output": 1}}""", "m twice")]
    public async Task Prices_that_are_none_are_told_with_what_is_expected(string text, string expected)
    {
        using var sample = await SampleRecording.CreateAsync();
        var prices = sample.Beside("prices.json");
        File.WriteAllText(prices, text);

        var run = ToolRun.Of("diff", sample.File, sample.File, "--prices", prices);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Contains("Expected is what a million tokens cost", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_without_an_end_are_not_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /dev/zero.");
        using var sample = await SampleRecording.CreateAsync();

        Assert.Equal(2, ToolRun.Of("diff", sample.File, sample.File, "--prices", "/dev/zero").ExitCode);
    }

    private static void Chat(SessionRecorder session, params string[] destinations)
    {
        Assert.NotNull(session);
        var tools = new FlightTools();
        foreach (var destination in destinations)
        {
            tools.SearchDirectAsync("JFK", destination).GetAwaiter().GetResult();
        }
    }
}
