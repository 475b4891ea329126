namespace Reenact.Sessions;

/// <summary>Tells the program's own code from that of the framework.</summary>
internal static class ProgramCode
{
    /// <summary>Whether an assembly is one of the framework's.</summary>
    public static bool IsFramework(string assembly) =>
        assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "System" or "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives";
}
