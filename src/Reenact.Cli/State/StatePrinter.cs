namespace Reenact.Cli;

/// <summary>Prints a state for a person.</summary>
internal static class StatePrinter
{
    /// <summary>Prints a state.</summary>
    /// <returns>The exit code: a damaged snapshot is told in its place.</returns>
    public static int Print(RecordedState state, ToolConsole console)
    {
        new StyledLine()
            .Add($"state as of event {state.Event}", Palette.Quiet)
            .Add(state.Snapshots.Count == 0 ? ": the recording has no snapshot until there" : "", Palette.Quiet)
            .WriteTo(console);
        var exitCode = ExitCode.Fine;
        foreach (var snapshot in state.Snapshots)
        {
            console.Output.WriteLine();
            try
            {
                var (value, version) = (snapshot.Value, snapshot.Version is { } number ? $", version {number}" : "");
                new StyledLine().Add(SafeText.OneLine(snapshot.Name), Palette.Name).Add($" (event {snapshot.Event}{version}):", Palette.Quiet).WriteTo(console);
                foreach (var line in ValueDisplay.Lines(value))
                {
                    new StyledLine().Add("  ").Add(line).WriteTo(console);
                }
            }
            catch (RecordingException exception)
            {
                new StyledLine().Add(SafeText.OneLine(exception.Message), Palette.Bad).WriteTo(console);
                exitCode = ExitCode.CheckFailed;
            }
        }

        return exitCode;
    }
}
