using AirlineAgent.Commands;
using AirlineAgent.Data;

namespace AirlineAgent.Tests;

/// <summary>Runs the sample as its user does, in this process.</summary>
internal static class Sample
{
    public static string DemoFolder => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>A database of the test's own.</summary>
    public static AirlineDatabase Database() => DatabaseFiles.Load(DemoFolder);

    public static Task<SampleRun> RunAsync(params string[] arguments) => RunAsync("", arguments);

    public static async Task<SampleRun> RunAsync(string input, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(
            arguments, new Terminal(new StringReader(input), output, error), TestContext.Current.CancellationToken);
        return new SampleRun(exitCode, output.ToString(), error.ToString());
    }
}
