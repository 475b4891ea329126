using System.Text;
using System.Text.Json;

namespace Reenact.Cli.Tests;

/// <summary>Values of megabytes are written piece by piece.</summary>
public class LongValueTests
{
    [Fact]
    public async Task Full_shows_the_start_of_a_text_of_megabytes_and_says_so()
    {
        using var sample = await SampleRecording.CreateAsync(more: session => session.RecordEnvironment(EnvironmentKind.Prompt, "long", null, Lines(5_000_000)));

        var run = ToolRun.Of("show", "--full", sample.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("only the first 4,000,000 characters are shown", run.Output, StringComparison.Ordinal);
        Assert.Equal(4_000_000 / 100, run.Lines.Count(line => line.EndsWith(new string('é', 99), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Full_writes_line_by_line()
    {
        using var sample = await SampleRecording.CreateAsync(more: session => session.RecordEnvironment(EnvironmentKind.Prompt, "long", null, Lines(2_000_000)));

        Assert.InRange(LongestWrite("show", "--full", sample.File), 1, 1000);
    }

    [Fact]
    public async Task Json_has_a_text_of_megabytes_whole_and_writes_it_in_pieces()
    {
        var text = Lines(5_000_000);
        using var sample = await SampleRecording.CreateAsync(more: session => session.RecordEnvironment(EnvironmentKind.Prompt, "long", null, text));

        var run = ToolRun.Of("show", "--json", sample.File);

        var prompts = JsonElement.Parse(run.Output).GetProperty("events").EnumerateArray().Where(e => e.TryGetProperty("content", out _));
        Assert.Contains(prompts, prompt => prompt.GetProperty("content").GetString() == text);
        Assert.InRange(LongestWrite("show", "--json", sample.File), 1, 2_000_000);
    }

    private static string Lines(int length) =>
        string.Concat(Enumerable.Repeat(new string('é', 99) + "\n", length / 100));

    private static int LongestWrite(params string[] command)
    {
        using var output = new MeasuringWriter();
        Assert.Equal(0, ReenactTool.Run(command, new ToolConsole(output, TextWriter.Null)));
        return output.Longest;
    }

    private sealed class MeasuringWriter : TextWriter
    {
        public int Longest { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Longest = Math.Max(Longest, 1);

        public override void Write(string? value) => Longest = Math.Max(Longest, value?.Length ?? 0);

        public override void Write(char[] buffer, int index, int count) => Longest = Math.Max(Longest, count);
    }
}
