namespace AirlineAgent.Commands;

internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>What was checked is not as it should be: a replay diverged, a recording is damaged, a model failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>The input can't be read, or the command line is wrong.</summary>
    public const int Unusable = 2;
}
