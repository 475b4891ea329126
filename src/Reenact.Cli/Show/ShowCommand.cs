using System.CommandLine;

namespace Reenact.Cli;

/// <summary><c>reenact show FILE</c>: what a recording holds, for a person or, as JSON, for a program.</summary>
internal static class ShowCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var full = new Option<bool>("--full") { Description = "Show arguments, results and other values whole, on lines of their own." };
        var keys = KeyRingInput.Option();
        var json = new Option<bool>("--json") { Description = "Write one JSON document with everything the recording holds." };
        var roleKey = RoleKeyInput.Option();
        var command = new Command("show", "Shows what a recording holds: who ran what, every call as a tree, how it ended.") { file, full, json, keys, roleKey };
        command.SetAction(parsed =>
        {
            var roleKeys = RoleKeyInput.Read(parsed.GetValue(roleKey));
            using var recording = RecordingInput.Open(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, keys));
            recording.RoleKeys = roleKeys;
            if (parsed.GetValue(json))
            {
                RecordingJson.Write(recording, console.Output);
            }
            else
            {
                ShowText(recording, parsed.GetValue(full), console);
            }

            return recording.State == RecordingState.Damaged ? ExitCode.CheckFailed : ExitCode.Fine;
        });
        return command;
    }

    private static void ShowText(Recording recording, bool full, ToolConsole console)
    {
        // Damage is found by reading, and the header tells of it: so everything is read first.
        var session = SessionOutline.Of(recording);
        HeaderPrinter.Print(recording, session, console);
        console.Output.WriteLine();
        new OutlinePrinter(console, session, full).Print();
    }
}
