namespace Reenact.Cli;

/// <summary>Whether this machine has what isolating takes.</summary>
internal static class IsolationSupport
{
    /// <returns>What it lacks, and what to do; null where it lacks nothing that can be seen from outside.</returns>
    public static string? WhatIsMissing(IsolationPlan plan)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "isolate takes Linux, for its namespaces. Run the command in a container with --network none and --read-only instead.";
        }

        string[] needed = ["setsid", "unshare", "setpriv", "mount", "umount", .. plan.Loopback ? ["ip"] : Array.Empty<string>()];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        var absent = needed.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name)))).ToList();
        return absent.Count == 0
            ? null
            : $"isolate takes the command{(absent.Count == 1 ? "" : "s")} {string.Join(", ", absent)}, of util-linux 2.36 or later{(plan.Loopback ? " (ip: of iproute2)" : "")}. Install the package, or add its folder to PATH.";
    }
}
