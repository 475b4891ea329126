using System.Text.Json;

namespace Reenact.Cli.Tests;

public class StatsTests
{
    [Fact]
    public async Task All_bytes_are_accounted_for()
    {
        using var sample = await SampleRecording.CreateAsync(more: session =>
        {
            for (var again = 0; again < 5; again++)
            {
                session.Note(new string('x', 1000));
            }
        });

        var run = ToolRun.Of("stats", sample.File, "--json");

        Assert.Equal(0, run.ExitCode);
        var document = JsonElement.Parse(run.Output);
        var blocks = document.GetProperty("blocks").EnumerateObject().Sum(block => block.Value.GetProperty("bytes").GetInt64());
        Assert.Equal(new FileInfo(sample.File).Length, 128 + blocks + 32);
        Assert.Equal(document.GetProperty("contentBytes").GetInt64(), document.GetProperty("events").EnumerateObject().Sum(kind => kind.Value.GetProperty("bytes").GetInt64()));
        Assert.Equal(4, document.GetProperty("repeated").GetProperty("count").GetInt64());
        Assert.Equal(4000, document.GetProperty("repeated").GetProperty("bytes").GetInt64());
        Assert.Equal(1, document.GetProperty("events").GetProperty("blob").GetProperty("count").GetInt64());
        var search = document.GetProperty("methods").EnumerateArray().Single(method => method.GetProperty("method").GetString()!.Contains("SearchDirect", StringComparison.Ordinal));
        Assert.Equal(1, search.GetProperty("calls").GetInt64());
    }

    [Fact]
    public async Task Text_says_what_json_says()
    {
        using var sample = await SampleRecording.CreateAsync();

        var run = ToolRun.Of("stats", sample.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 event block (", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 epoch (", run.Output, StringComparison.Ordinal);
        Assert.Contains("call started", run.Output, StringComparison.Ordinal);
        Assert.Contains("FlightTools.SearchDirectAsync", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_in_the_tail_are_said_and_not_counted()
    {
        using var sample = SampleRecording.Empty();
        await using var session = Session.Record(sample.File);
        await session.FlushAsync();
        session.Note("in no block yet");

        var text = ToolRun.Of("stats", sample.File);
        var document = JsonElement.Parse(ToolRun.Of("stats", sample.File, "--json").Output);

        Assert.Equal(0, text.ExitCode);
        Assert.Contains("1 event in no block yet", text.Output, StringComparison.Ordinal);
        Assert.Equal(1, document.GetProperty("eventsInTail").GetInt64());
        Assert.False(document.GetProperty("events").TryGetProperty("note", out _));
    }

    [Fact]
    public async Task Damage_ends_the_count_and_is_said()
    {
        using var sample = await SampleRecording.CreateAsync();
        sample.Change(bytes =>
        {
            bytes[300] ^= 1;
            return bytes;
        });

        var run = ToolRun.Of("stats", sample.File);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("not counted", run.Output, StringComparison.Ordinal);
    }
}
