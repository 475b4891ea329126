using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RecordingWorker;

namespace Reenact.Cli.Tests.Isolate;

/// <summary>Commands that really run in namespaces of their own; skipped, saying so, where there are none.</summary>
public sealed class IsolateTests : IDisposable
{
    internal static readonly Lazy<bool> HasNamespaces = new(() => Succeeds("unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--mount", "--pid", "--fork", "true"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact isolate's ");

    public IsolateTests() => Assert.SkipUnless(OperatingSystem.IsLinux() && HasNamespaces.Value, "There are no unprivileged user namespaces here.");

    private string Work => folder.CreateSubdirectory("work").FullName;

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit 255", 255)]
    [InlineData("kill -9 $$", 137)]
    public async Task The_exit_code_is_the_command_s_own(string script, int expected) =>
        Assert.Equal(expected, (await RunAsync("--", "sh", "-c", script)).ExitCode);

    [Fact]
    public async Task A_command_that_is_not_there_is_exit_code_127() =>
        Assert.Equal(127, (await RunAsync("--", "no-such-command")).ExitCode);

    [Fact]
    public async Task Arguments_arrive_as_they_are()
    {
        var run = await RunAsync("--", "printf", "%s|", "a b", "$HOME", "'", "--work", "");

        Assert.Equal("a b|$HOME|'|--work||", run.Output);
    }

    [Fact]
    public async Task It_writes_into_the_work_folder_and_nowhere_else()
    {
        var other = folder.CreateSubdirectory("other").FullName;
        var run = await RunAsync("--allow-write", other, "--", "sh", "-c", $"""
            echo in > in.txt; echo other > "{other}/other.txt"
            for place in / /etc /usr /var/tmp /root /dev /run /proc/sys/kernel /sys "{AppContext.BaseDirectory}"; do
                ( : > "$place/reenact-was-here" ) 2> /dev/null && echo "wrote into $place"
            done
            ( echo x > /proc/sys/kernel/core_pattern ) 2> /dev/null && echo "changed the kernel"
            mount -o remount,rw,bind / 2> /dev/null && echo "remounted"
            unshare --user --map-root-user --mount sh -c 'mount -o remount,rw,bind / || umount /' 2> /dev/null && echo "remounted in a namespace"
            echo t > /tmp/t && echo "has a /tmp"; echo n > /dev/null && echo "has a /dev/null"
            exit 0
            """);

        Assert.Equal((0, "has a /tmp\nhas a /dev/null\n"), (run.ExitCode, run.Output));
        Assert.Equal("in\n", File.ReadAllText(Path.Combine(Work, "in.txt")));
        Assert.Equal("other\n", File.ReadAllText(Path.Combine(other, "other.txt")));
    }

    [Fact]
    public async Task What_it_leaves_in_tmp_is_gone_afterwards()
    {
        var name = $"/tmp/reenact-{Guid.NewGuid():N}";

        await RunAsync("--", "touch", name);

        Assert.False(File.Exists(name));
    }

    [Fact]
    public async Task It_has_no_rights_and_sees_no_other_processes()
    {
        var run = await RunAsync("--", "sh", "-c", "grep -E 'Cap(Prm|Eff|Bnd|Amb)|NoNewPrivs' /proc/self/status; ls -d /proc/[0-9]* | wc -l; hostname");

        Assert.Equal(4, run.Lines.Count(line => line.EndsWith("\t0000000000000000", StringComparison.Ordinal)));
        Assert.Contains("NoNewPrivs:\t1", run.Output, StringComparison.Ordinal);
        Assert.InRange(int.Parse(run.Lines[5], System.Globalization.CultureInfo.InvariantCulture), 2, 8);
    }

    [Fact]
    public async Task It_reaches_no_network_not_even_this_machine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = $"{((IPEndPoint)listener.LocalEndpoint).Port}";

        var run = await RunAsync(["--", .. ToolProcess.Worker, "connect", "127.0.0.1", port]);
        var loopback = await RunAsync(["--loopback", "--", .. ToolProcess.Worker, "connect", "127.0.0.1", port]);

        Assert.Equal((1, "NetworkUnreachable\n"), (run.ExitCode, run.Output));
        Assert.Equal((1, "ConnectionRefused\n"), (loopback.ExitCode, loopback.Output)); // Its own localhost, where nobody listens.
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Time_zone_and_culture_are_fixed()
    {
        Assert.Equal("UTC 00:00:00 '' 1.5\n", (await RunAsync(["--", .. ToolProcess.Worker, "surroundings"])).Output);
        Assert.Equal("Europe/Berlin 02:00:00 ", (await RunAsync(["--timezone", "Europe/Berlin", "--", .. ToolProcess.Worker, "surroundings"])).Output[..23]);
        Assert.Equal("de_DE.UTF-8\n", (await RunAsync("--culture", "de-DE", "--", "sh", "-c", "echo $LC_ALL")).Output);
    }

    [Fact]
    public async Task Out_of_time_everything_ends_and_the_exit_code_is_124()
    {
        var mark = $"{Guid.NewGuid():N}";
        var run = await RunAsync("--time", "2s", "--", "sh", "-c", $"(setsid sh -c 'trap : TERM INT HUP; while :; do sleep 1; done' {mark} &) ; sleep 1000");

        Assert.Equal(124, run.ExitCode);
        Assert.Contains("ended after 2.00 s, as --time says", run.Error, StringComparison.Ordinal);
        await NobodyHasAsync(mark);
    }

    [Fact]
    public async Task A_dotnet_test_that_fails_without_a_localhost_is_told_what_it_may_lack()
    {
        var without = await RunAsync("--", "dotnet", "test", "no-such-project.csproj", "--no-build");
        var with = await RunAsync("--loopback", "--", "dotnet", "test", "no-such-project.csproj", "--no-build");

        Assert.Equal((1, 1), (without.ExitCode, with.ExitCode));
        Assert.Contains("over localhost where that is VSTest: give --loopback", without.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--loopback", with.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_leaves_running_ends_with_it()
    {
        var mark = $"{Guid.NewGuid():N}";
        var run = await RunAsync("--", "sh", "-c", $"(setsid sh -c 'while :; do sleep 1; done' {mark} > /dev/null 2>&1 &) ; exit 3");

        Assert.Equal(3, run.ExitCode);
        await NobodyHasAsync(mark);
    }

    [Fact]
    public async Task Processes_that_together_take_too_much_memory_are_ended_and_the_exit_code_is_123()
    {
        // Four that hold 60 MB each, in memory of their own.
        const string Hold = "(x=$(head -c 60000000 /dev/zero | tr '\\0' x); sleep 60) & ";
        var run = await RunAsync("--memory", "128m", "--", "sh", "-c", string.Concat(Enumerable.Repeat(Hold, 4)) + "wait");

        Assert.Equal(123, run.ExitCode);
        Assert.Contains("--memory allows 134.2 MB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_NET_program_runs_within_its_memory_and_ends_beyond_it()
    {
        var within = await RunAsync(["--memory", "512m", "--", .. ToolProcess.Worker, "memory", "100"]);
        var beyond = await RunAsync(["--memory", "512m", "--", .. ToolProcess.Worker, "memory", "4000"]);

        Assert.Equal((0, "holds 100 MiB\n"), (within.ExitCode, within.Output));
        Assert.NotEqual(0, beyond.ExitCode);
        Assert.DoesNotContain("holds", beyond.Output, StringComparison.Ordinal);
        Assert.True(beyond.ExitCode == 123 || beyond.Error.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || beyond.Error.Contains("OutOfMemory", StringComparison.Ordinal), beyond.Error);
    }

    [Fact]
    public async Task Recordings_replay_inside_and_write_their_reports()
    {
        await Recordings.RecordAsync(Work, 3);

        var run = await RunAsync(["--memory", "1g", "--time", "5m", "--", "env", "REENACT_REPORTS=reports", .. ToolProcess.Worker, "replay", Work]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("3 of 3 replays matched", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(Work, "reports"), "*.json").Length);
    }

    [Fact]
    public async Task A_tool_that_is_killed_takes_everything_with_it()
    {
        var (ready, mark) = (Path.Combine(Work, "ready"), $"{Guid.NewGuid():N}");
        using var tool = Start("--", "sh", "-c", $"(setsid sh -c 'while :; do sleep 1; done' {mark} > /dev/null 2>&1 &) ; echo > ready; sleep 1000; : {mark}");
        await ToolProcess.WaitForAsync(ready);

        Assert.True(Succeeds("kill", "-KILL", $"{tool.Id}"));

        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        await NobodyHasAsync(mark);
    }

    [Theory]
    [InlineData("INT", 42)]
    [InlineData("TERM", 43)]
    public async Task Signals_are_passed_on(string signal, int expected)
    {
        var ready = Path.Combine(Work, "ready");
        using var tool = Start("--", "sh", "-c", $"trap 'exit 42' INT; trap 'exit 43' TERM; echo > '{ready.Replace("'", "'\\''", StringComparison.Ordinal)}'; while :; do sleep 0.1; done");
        var end = ToolProcess.EndAsync(tool);
        await ToolProcess.WaitForAsync(ready);

        Assert.True(Succeeds("kill", $"-{signal}", $"{tool.Id}"));

        Assert.Equal(expected, (await end).ExitCode);
    }

    [Fact]
    public async Task Asked_twice_it_ends_a_command_that_does_not_listen()
    {
        var ready = Path.Combine(Work, "ready");
        using var tool = Start("--", "sh", "-c", $"trap '' INT; echo > '{ready.Replace("'", "'\\''", StringComparison.Ordinal)}'; while :; do sleep 0.1; done");
        var end = ToolProcess.EndAsync(tool);
        await ToolProcess.WaitForAsync(ready);

        Assert.True(Succeeds("kill", "-INT", $"{tool.Id}"));
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.True(Succeeds("kill", "-INT", $"{tool.Id}"));

        Assert.NotEqual(0, (await end).ExitCode);
    }

    [Fact]
    public async Task It_takes_no_root()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Runs without root already.");
        Assert.SkipUnless(Succeeds("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "dotnet", ToolProcess.Tool, "--version"), "The tool can't be read by others here.");
        Assert.True(Succeeds("chmod", "777", folder.FullName, Work));
        var start = new ProcessStartInfo("setpriv") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Work };
        foreach (var argument in (string[])["--reuid", "65534", "--regid", "65534", "--clear-groups", "dotnet", ToolProcess.Tool, "isolate", "--time", "1m", "--memory", "512m", "--", "sh", "-c", "id -u; : > made && echo made; : > /var/tmp/made; ls /sys/class/net"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var run = await ToolProcess.EndAsync(process);

        Assert.Equal("65534\nmade\n", run.Output.Replace("lo\n", "", StringComparison.Ordinal)[..11]);
        Assert.Contains("Read-only file system", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Work, "made")));
    }

    internal static bool Succeeds(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Waits until no process has a word in its command line.</summary>
    private static async Task NobodyHasAsync(string word)
    {
        while (Directory.EnumerateDirectories("/proc").Any(process => CommandOf(process).Contains(word, StringComparison.Ordinal)))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string CommandOf(string process)
    {
        try
        {
            return File.Exists($"{process}/cmdline") ? File.ReadAllText($"{process}/cmdline") : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private async Task<ToolRun> RunAsync(params string[] args)
    {
        using var process = Start(args);
        return await ToolProcess.EndAsync(process);
    }

    private Process Start(params string[] args)
    {
        // What runs these tests may have told them to ignore interrupts, as a shell does for what it runs in the background; a command that inherits that can't trap them.
        var start = new ProcessStartInfo("env", ["--default-signal=INT,TERM", "dotnet", ToolProcess.Tool, "isolate", .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Work };
        return Process.Start(start)!;
    }
}
