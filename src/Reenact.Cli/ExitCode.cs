namespace Reenact.Cli;

/// <summary>What every command returns to its caller.</summary>
internal static class ExitCode
{
    /// <summary>It is as it should be.</summary>
    public const int Fine = 0;

    /// <summary>The check failed: damaged, unsealed, diverged, different.</summary>
    public const int CheckFailed = 1;

    /// <summary>The input can't be read, or the tool was used wrongly.</summary>
    public const int CannotTell = 2;

    /// <summary>An isolated command held more memory than it may.</summary>
    public const int OutOfMemory = 123;

    /// <summary>An isolated command took longer than it may; as <c>timeout</c> has it.</summary>
    public const int OutOfTime = 124;

    /// <summary>A command can't be isolated here, and was not run; as <c>timeout</c> has it for its own failures.</summary>
    public const int NotIsolated = 125;

    /// <summary>Somebody stopped it: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Stopped = 130;
}
