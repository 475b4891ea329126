namespace AirlineAgent.Tests;

internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1].TrimEnd();
}
