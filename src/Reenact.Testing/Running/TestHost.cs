namespace Reenact.Testing.Running;

/// <summary>What a test run sees of the process it runs in.</summary>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="AssemblyFolder">The folder of the test's assembly.</param>
internal sealed record TestHost(Func<string, string?> Variable, string AssemblyFolder)
{
    public static readonly TestHost Current = new(Environment.GetEnvironmentVariable, AppContext.BaseDirectory);
}
