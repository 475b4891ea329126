using System.Reflection;
using Reenact.Testing.Xunit;
using Xunit;
using Xunit.Sdk;

namespace Reenact.Testing.Xunit.Tests;

public sealed class RecordingDataTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-recording-data-");

    private string SourceFile => Path.Combine(folder.FullName, "AgentTests.cs");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Each_recording_is_a_row_with_the_path_that_a_test_in_that_file_would_write()
    {
        Write("AgentTests.cs", "recordings/refund.reenact", "recordings/deep/cancel.reenact", "recordings/notes.txt");

        Assert.Equal(["recordings/refund.reenact"], await RowsAsync("recordings/*.reenact"));
        Assert.Equal(["recordings/deep/cancel.reenact", "recordings/refund.reenact"], await RowsAsync("recordings/**/*.reenact"));
    }

    [Fact]
    public async Task A_pattern_without_recordings_fails_and_says_where_it_looked()
    {
        Write("AgentTests.cs");

        var exception = await Assert.ThrowsAsync<ReenactTestException>(() => RowsAsync("recordings/*.reenact"));

        Assert.Contains("recordings/*.reenact", exception.Message, StringComparison.Ordinal);
        Assert.Contains(folder.FullName, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_path_is_refused()
    {
        Write("AgentTests.cs");

        await Assert.ThrowsAsync<ReenactTestException>(() => RowsAsync(Path.Combine(folder.FullName, "*.reenact")));
    }

    [Fact]
    public async Task Rows_can_be_run_alone_by_their_trait()
    {
        Write("AgentTests.cs", "recordings/refund.reenact");
        await using var disposal = new DisposalTracker();

        var rows = await new RecordingDataAttribute("recordings/*.reenact", SourceFile).GetData((MethodInfo)MethodBase.GetCurrentMethod()!, disposal);

        Assert.Contains("recording", Assert.Single(rows).Traits!["reenact"]);
        Assert.Null(Assert.Single(rows).Skip);
    }

    [Theory, RecordingData("RecordingData*.cs")]
    public void Patterns_start_beside_the_test_itself(string found) => Assert.Equal("RecordingDataTests.cs", found);

    private async Task<string[]> RowsAsync(string pattern)
    {
        await using var disposal = new DisposalTracker();
        var rows = await new RecordingDataAttribute(pattern, SourceFile).GetData((MethodInfo)MethodBase.GetCurrentMethod()!, disposal);
        return [.. rows.Select(row => Assert.IsType<string>(Assert.Single(row.GetData())))];
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }
}
