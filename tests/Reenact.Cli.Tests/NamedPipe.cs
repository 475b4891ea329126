using System.Diagnostics;

namespace Reenact.Cli.Tests;

/// <summary>A pipe that has a name in a folder.</summary>
internal static class NamedPipe
{
    public static void Create(string path)
    {
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
    }
}
