using Reenact.Testing.Recordings;
using Reenact.Testing.Running;

namespace Reenact.Testing.Tests.Recordings;

public sealed class RecordingSearchTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-search-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("recordings/**/*.reenact", "recordings/a.reenact|recordings/deep/b.reenact")]
    [InlineData("**/b.reenact", "recordings/deep/b.reenact")]
    [InlineData("recordings/*.reenact", "recordings/a.reenact")]
    [InlineData("recordings/a.reenact", "recordings/a.reenact")]
    [InlineData("recordings/loop/*.reenact", "recordings/loop/a.reenact")]
    [InlineData("recordings/../recordings/*.reenact", "recordings/a.reenact")]
    public void A_link_to_a_folder_is_followed_only_where_the_pattern_names_it(string pattern, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        var recordings = folder.CreateSubdirectory("recordings");
        File.WriteAllText(Path.Combine(recordings.FullName, "a.reenact"), "a");
        File.WriteAllText(Path.Combine(recordings.CreateSubdirectory("deep").FullName, "b.reenact"), "b");
        Directory.CreateSymbolicLink(Path.Combine(recordings.FullName, "loop"), ".");
        Directory.CreateSymbolicLink(Path.Combine(recordings.FullName, "loop2"), ".");

        var found = RecordingSearch.Find(pattern, new TestIdentity(Path.Combine(folder.FullName, "Tests.cs"), ""), folder.FullName, Shard.All);

        Assert.Equal(expected.Split('|'), found);
    }
}
