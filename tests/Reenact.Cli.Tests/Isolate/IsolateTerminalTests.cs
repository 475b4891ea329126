using System.Diagnostics;

namespace Reenact.Cli.Tests.Isolate;

/// <summary>What an isolated command has of the terminal in which the tool runs: nothing but Ctrl-C, once. Skipped, saying so, where there are no namespaces.</summary>
public sealed class IsolateTerminalTests : IDisposable
{
    private const string CtrlC = "\u0003";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-terminal-");

    public IsolateTerminalTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && IsolateTests.HasNamespaces.Value, "There are no unprivileged user namespaces here.");
        Assert.SkipUnless(IsolateTests.Succeeds("script", "-qec", "true", "/dev/null"), "There is no script of util-linux here, which makes terminals.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task It_has_a_session_of_its_own_and_no_terminal()
    {
        using var terminal = Start("cut -d' ' -f7 /proc/self/stat > terminal; ( : > /dev/tty ) 2> /dev/null && echo opened >> terminal; ps -o sid= -p $$ > /dev/null; exit 5");
        var end = await ToolProcess.EndAsync(terminal);

        Assert.Equal(5, end.ExitCode);
        Assert.Equal("0\n", await File.ReadAllTextAsync(Path.Combine(folder.FullName, "terminal"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" < /dev/null")]
    public async Task Ctrl_C_reaches_it_once_and_a_second_one_ends_it(string input)
    {
        using var terminal = Start("trap 'echo got >> got' INT; echo > ready; while :; do sleep 0.1; done", input);
        var end = ToolProcess.EndAsync(terminal);
        await ToolProcess.WaitForAsync(Path.Combine(folder.FullName, "ready"));

        await terminal.StandardInput.WriteAsync(CtrlC);
        await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await ToolProcess.WaitForAsync(Path.Combine(folder.FullName, "got"));
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        var got = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "got"), TestContext.Current.CancellationToken);

        await terminal.StandardInput.WriteAsync(CtrlC);
        await terminal.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await end).ExitCode);
        Assert.Equal("got\n", got);
    }

    /// <summary>Runs the tool in a terminal of its own, whose keyboard is the process's input.</summary>
    private Process Start(string script, string input = "")
    {
        var command = $"env --default-signal=INT,TERM dotnet {IsolationScript.Quote(ToolProcess.Tool)} isolate -- sh -c {IsolationScript.Quote(script)}{input}";
        return Process.Start(new ProcessStartInfo("script", ["-qec", command, "/dev/null"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName,
        })!;
    }
}
