using System.CommandLine;

namespace Reenact.Cli;

/// <summary><c>reenact state FILE</c>: the agent's state as of an event, put together from its snapshots.</summary>
internal static class StateCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var at = new Option<long?>("--at") { Description = "The number of the event; without it, the state at the end." };
        at.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() < 0)
            {
                result.AddError("--at is negative. Events are numbered from 0.");
            }
        });
        var keys = KeyRingInput.Option();
        var json = new Option<bool>("--json") { Description = "Write the state as a JSON document." };
        var command = new Command("state", "Shows the agent's state as of an event: the last snapshot of each name until then.") { file, at, json, keys };
        command.SetAction(parsed =>
        {
            using var recording = RecordingInput.Open(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, keys));
            ReadAll(recording);
            if (parsed.GetValue(at) is { } number)
            {
                RecordingInput.Require(recording, number);
            }

            var state = StateOf(recording, parsed.GetValue(at) ?? Math.Max(recording.EventCount - 1, 0));
            var exitCode = parsed.GetValue(json) ? StateJson.Write(state, console.Output) : StatePrinter.Print(state, console);
            return Math.Max(exitCode, RecordingInput.ReportDamage(recording, console));
        });
        return command;
    }

    /// <summary>Damage is found by reading; a lost snapshot would else be one that never was.</summary>
    private static void ReadAll(Recording recording)
    {
        foreach (var _ in recording.ReadEvents())
        {
            // What is wrong is noted by the recording.
        }
    }

    private static RecordedState StateOf(Recording recording, long sequence)
    {
        try
        {
            return recording.StateAt(sequence);
        }
        catch (RecordingException exception)
        {
            throw new UnreadableInputException(exception.Message, exception) { IsDamage = exception.Kind == RecordingErrorKind.Damaged };
        }
    }
}
