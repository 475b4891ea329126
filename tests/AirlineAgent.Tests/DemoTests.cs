using System.Text.RegularExpressions;

namespace AirlineAgent.Tests;

public partial class DemoTests
{
    [Fact]
    public async Task Without_a_command_the_sample_records_and_replays_a_conversation_of_its_own()
    {
        var run = await Sample.RunAsync();

        Assert.Equal("", run.Error);
        Assert.Contains("reenact show airline-demo.reenact", run.Output);
        Assert.True(File.Exists("airline-demo.reenact"));
        Assert.Equal(0, run.ExitCode);
        var last = LastLine().Match(run.LastLine);
        Assert.True(last.Success, run.Output);
        Assert.Equal(last.Groups["matched"].Value, last.Groups["recorded"].Value);
        Assert.Contains("changed by the booking", run.Output);
        Assert.Contains("left alone", run.Output);
        Assert.Contains("BookReservation", run.Output);
    }

    [GeneratedRegex(@"^replayed 1 session: (?<matched>\d+) of (?<recorded>\d+) calls matched, 0 live, 0 diverged$")]
    private static partial Regex LastLine();
}
