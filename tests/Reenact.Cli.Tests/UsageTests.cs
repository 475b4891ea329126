namespace Reenact.Cli.Tests;

public class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("show")]
    [InlineData("verify")]
    [InlineData("show", "")]
    [InlineData("verify", " ")]
    [InlineData("shwo", "x.reenact")]
    [InlineData("show", "x.reenact", "--colour")]
    [InlineData("show", "x.reenact", "y.reenact")]
    [InlineData("verify", "x.reenact", "--key")]
    public void Wrong_usage_is_a_message_and_exit_code_2(params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reenact: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--help", "show")]
    [InlineData("show --help", "--full")]
    [InlineData("verify --help", "--key")]
    public void Help_says_what_there_is(string args, string expected)
    {
        var run = ToolRun.Of(args.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_a_number()
    {
        var run = ToolRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }
}
