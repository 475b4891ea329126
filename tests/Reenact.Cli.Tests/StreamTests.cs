using System.Text.Json;

namespace Reenact.Cli.Tests;

public sealed partial class StreamTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    private string File => Path.Combine(folder, "words.reenact");

    [Fact]
    public async Task A_stream_says_how_many_items_it_had_and_many_are_collapsed()
    {
        var lines = await ShowAsync();

        Assert.Contains(lines, line => line.EndsWith("Speaker.Say(count: 20) → 20 items, completed", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("Speaker.Say(count: 2) → 1 item, abandoned", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("Speaker.Say(count: -1) → 0 items, failed ✗ System.ArgumentException: none", StringComparison.Ordinal));
        var items = lines.SkipWhile(line => !line.Contains("count: 20", StringComparison.Ordinal)).Skip(1).Take(5).Select(line => line[(line.IndexOf("─ ", StringComparison.Ordinal) + 2)..]);
        Assert.Equal(["\"word 0\"", "\"word 1\"", "\"word 2\"", "… 16 more", "\"word 19\""], items.Select(item => item.TrimStart('→', ' ')));
    }

    [Fact]
    public async Task All_items_are_in_the_full_outline_and_in_the_json()
    {
        var lines = await ShowAsync("--full");
        Assert.Equal(21, lines.Count(line => line.Contains("word ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains(" more", StringComparison.Ordinal));

        using var json = JsonDocument.Parse(ToolRun.Of("show", "--json", File).Output);
        var events = json.RootElement.GetProperty("events").EnumerateArray().ToList();
        var items = events.Where(each => each.GetProperty("kind").GetString() == "streamItem").ToList();
        Assert.Equal(21, items.Count);
        Assert.All(items, item => Assert.Equal("atReturn", item.GetProperty("completion").GetString()));
        Assert.Equal(
            ["completed", "abandoned", "failed"],
            events.Where(each => each.GetProperty("kind").GetString() == "streamEnded").Select(each => each.GetProperty("ending").GetString()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string[]> ShowAsync(params string[] options)
    {
        await using (var session = Session.Record(File))
        {
            var speaker = new Speaker();
            await foreach (var _ in speaker.Say(20))
            {
            }

            await foreach (var _ in speaker.Say(2))
            {
                break;
            }

            try
            {
                await foreach (var _ in speaker.Say(-1))
                {
                }
            }
            catch (ArgumentException)
            {
            }

            session.Complete(Outcome.Success);
        }

        return ToolRun.Of(width: 200, terminal: false, ["show", File, .. options]).Lines;
    }

    private sealed partial class Speaker
    {
        [Recorded]
        public partial IAsyncEnumerable<string> Say(int count);

        private static async IAsyncEnumerable<string> SayCore(int count)
        {
            await Task.CompletedTask;
            if (count < 0)
            {
                throw new ArgumentException("none");
            }

            for (var i = 0; i < count; i++)
            {
                yield return $"word {i}";
            }
        }
    }
}
