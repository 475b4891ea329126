namespace Reenact.Cli;

/// <summary>What a command may do, and what it sees.</summary>
internal sealed record IsolationPlan
{
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Full paths of the folders that it may write into, without symbolic links; the work folder first.</summary>
    public required IReadOnlyList<string> Writable { get; init; }

    /// <summary>Where it starts.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>How much memory its processes may have together, in bytes; null for no limit.</summary>
    public long? Memory { get; init; }

    /// <summary>How long it may take; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Whether it may talk to itself, over localhost.</summary>
    public bool Loopback { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>A POSIX locale.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether it may be VSTest, which waits a minute and more for its test host where there is no localhost.</summary>
    public bool MayLackLoopback => !Loopback && Path.GetFileNameWithoutExtension(Command[0]) == "dotnet" && Command.Skip(1).FirstOrDefault() is "test" or "vstest";

    /// <summary>What the command finds in its environment beside what is there.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment()
    {
        yield return new("TZ", TimeZone);
        yield return new("LANG", Locale);
        yield return new("LC_ALL", Locale);
        yield return new("TMPDIR", "/tmp");
        yield return new("DOTNET_CLI_HOME", "/tmp");
        yield return new("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
        yield return new("DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK", "1"); // It takes a home that it has written to before.
        if (Memory is { } memory)
        {
            // So that .NET collects, and says that memory has run out, before it is ended. In hexadecimal.
            yield return new("DOTNET_GCHeapHardLimit", (memory / 10 * 9).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
