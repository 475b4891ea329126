using System.Globalization;

namespace Reenact.Cli.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_dictionary_is_learned_from_a_folder_and_found_beside_recordings()
    {
        await RecordAsync("acme", 12, dictionary: null);
        var file = Path.Combine(folder, "acme.reenact-dict");

        var run = ToolRun.Of("train", folder, "--out", file, "--size", "2048");

        Assert.Equal(0, run.ExitCode);
        var dictionary = RecordingDictionary.Load(file);
        Assert.Contains(dictionary.Id, run.Output, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("train", folder, "--out", file).ExitCode);

        await RecordAsync("acme", 1, dictionary);
        var recording = Path.Combine(folder, "acme-0-small.reenact");
        Assert.Equal(0, ToolRun.Of("show", recording).ExitCode);

        Assert.Equal(0, ToolRun.Of("verify", recording).ExitCode);
    }

    [Fact]
    public async Task Recordings_of_different_tenants_are_refused_unless_that_is_meant()
    {
        await RecordAsync("acme", 6, dictionary: null);
        await RecordAsync("other", 6, dictionary: null);
        var file = Path.Combine(folder, "mixed.reenact-dict");

        var refused = ToolRun.Of("train", folder, "--out", file, "--size", "2048");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--mixed-tenants", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
        Assert.Equal(0, ToolRun.Of("train", folder, "--out", file, "--size", "2048", "--mixed-tenants").ExitCode);
    }

    private async Task RecordAsync(string tenant, int count, RecordingDictionary? dictionary)
    {
        for (var number = 0; number < count; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{tenant}-{number}{(dictionary is null ? "" : "-small")}.reenact");
            await using var session = Session.Record(Path.Combine(folder, name), new SessionInfo { Tenant = tenant }, new RecordOptions { Dictionary = dictionary });
            for (var note = 0; note < 6; note++)
                session.Note($"What everybody says of case {number} and its part {note}: the order of the customer was looked at, and nothing was found to be wrong with it.", "the desk");
            session.Complete(Outcome.Success);
        }
    }
}
