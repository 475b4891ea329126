namespace Reenact.Cli.Tests.Isolate;

/// <summary>What can be said about isolating without isolating anything.</summary>
public sealed class IsolationInputTests
{
    [Theory]
    [InlineData("--time", "0s")]
    [InlineData("--time", "10")]
    [InlineData("--time", "99999h")]
    [InlineData("--memory", "1m")]
    [InlineData("--memory", "2")]
    [InlineData("--memory", "99999999999g")]
    [InlineData("--timezone", "Mars/Olympus")]
    [InlineData("--culture", "de_DE; rm")]
    [InlineData("--work", "/no/such/folder")]
    [InlineData("--work", "/")]
    [InlineData("--allow-write", "/proc/self")]
    public void Wrong_usage_is_exit_code_2(string option, string value)
    {
        var run = ToolRun.Of("isolate", "--work", Path.GetTempPath(), option, value, "--", "true");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("reenact: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Mounts_are_read_with_their_flags_and_their_real_names()
    {
        var mounts = Mount.Parse(
        [
            "22 27 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:5 - proc proc rw",
            @"23 27 0:22 / /mnt/a\0401\134\011b ro,noatime - ext4 /dev/sda rw",
            "nonsense",
        ]);

        Assert.Equal([new Mount("/proc", "nosuid,nodev,noexec,relatime"), new Mount("/mnt/a 1\\\tb", "noatime")], mounts);
        Assert.True(mounts[1].IsIn("/mnt"));
        Assert.True(mounts[1].IsIn("/"));
        Assert.False(mounts[1].IsIn("/mn"));
    }

    [Fact]
    public void Paths_in_the_script_are_one_word_each() =>
        Assert.Equal("'it'\\''s $HOME `here`'", IsolationScript.Quote("it's $HOME `here`"));

    [Fact]
    public void Links_to_writable_folders_are_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs symbolic links.");
        var folder = Directory.CreateTempSubdirectory("reenact-links-");
        try
        {
            var real = folder.CreateSubdirectory("real").CreateSubdirectory("work");
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "link"), Path.Combine(folder.FullName, "real"));

            Assert.Equal(real.FullName, WritableFolder.Find(Path.Combine(folder.FullName, "link", "work")));
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "root"), "/");
            Assert.Throws<UnreadableInputException>(() => WritableFolder.Find(Path.Combine(folder.FullName, "root")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
