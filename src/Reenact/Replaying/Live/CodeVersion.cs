using System.Reflection;

namespace Reenact.Replaying;

/// <summary>The version of the code that a replay runs.</summary>
internal static class CodeVersion
{
    /// <summary>The informational version of the assembly that has the code; null where it has none.</summary>
    public static string? Of(Delegate code) =>
        (code.Target?.GetType().Assembly ?? Assembly.GetEntryAssembly())?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
