namespace Reenact.Cli.Tests;

/// <summary>One run of the tool inside the test's process.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public static ToolRun Of(params string[] args) => Of(width: 120, terminal: false, args);

    public static ToolRun Of(int width, bool terminal, params string[] args)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var exitCode = ReenactTool.Run(args, new ToolConsole(output, error, width, terminal));
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    public string[] Lines => Output.Split('\n');
}
