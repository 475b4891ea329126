using System.CommandLine;
using Reenact.Lineage;

namespace Reenact.Cli;

/// <summary><c>reenact lineage FILE EVENT</c>: what an event was derived from, or what came of it.</summary>
internal static class LineageCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var sequence = new Argument<long>("EVENT") { Description = "The number of an event, as 'reenact show --json' and 'reenact diff' tell it." };
        sequence.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !long.TryParse(text, out _))
            {
                return; // The parser says so.
            }

            if (result.GetValueOrDefault<long>() < 0)
            {
                result.AddError("EVENT is below 0. Events are numbered from 0.");
            }
        });
        var forward = new Option<bool>("--forward") { Description = "Show what came of the event, instead of what it was derived from." };
        var full = new Option<bool>("--full") { Description = "Follow also all that models were asked with." };
        var keys = KeyRingInput.Option();
        var json = new Option<bool>("--json") { Description = "Write the events and the steps between them as one JSON document." };
        var command = new Command("lineage", "Shows what an event was derived from: prompts, results of tools, words of customers, documents.") { file, sequence, forward, full, json, keys };
        command.SetAction(parsed =>
        {
            using var recording = RecordingInput.Open(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, keys));
            var number = parsed.GetRequiredValue(sequence);
            RecordingInput.Require(recording, number);
            var graph = recording.Lineage(number, parsed.GetValue(forward) ? LineageDirection.Forward : LineageDirection.Back);
            if (parsed.GetValue(json))
            {
                console.Output.WriteLine(graph.ToJson());
            }
            else
            {
                new LineagePrinter(console, recording, graph, parsed.GetValue(full)).Print();
            }

            return RecordingInput.ReportDamage(recording, console);
        });
        return command;
    }
}
