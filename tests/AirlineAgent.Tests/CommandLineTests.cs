namespace AirlineAgent.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("airline-agent-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("record")]
    [InlineData("replay")]
    [InlineData("sing")]
    [InlineData("replay", "somewhere", "--break", "everything")]
    [InlineData("chat", "--endpoint", "not an address", "--model", "m")]
    [InlineData("chat", "--endpoint", "http://localhost:1")]
    public async Task Wrong_usage_is_2_and_a_message(params string[] arguments)
    {
        var run = await Sample.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_2_and_its_name()
    {
        var missing = Path.Combine(folder, "missing");

        var run = await Sample.RunAsync("replay", missing);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(missing, run.Error);
    }

    [Fact]
    public async Task A_folder_without_recordings_is_2() => Assert.Equal(2, (await Sample.RunAsync("replay", folder)).ExitCode);

    [Fact]
    public async Task A_file_that_is_no_recording_is_2_and_its_name()
    {
        var path = Path.Combine(folder, "other.reenact");
        await File.WriteAllTextAsync(path, "something else", TestContext.Current.CancellationToken);

        var run = await Sample.RunAsync("replay", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(path, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task Transcripts_that_are_none_are_2_and_their_name()
    {
        var path = Path.Combine(folder, "transcripts.json");
        await File.WriteAllTextAsync(path, """[{"task_id":1}]""", TestContext.Current.CancellationToken);

        var run = await Sample.RunAsync("record", "--transcripts", path, "--database", Sample.DemoFolder, "--out", folder);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(path, run.Error);
    }
}
