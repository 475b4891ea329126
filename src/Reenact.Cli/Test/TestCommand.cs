using System.CommandLine;
using System.CommandLine.Parsing;
using Reenact.Testing;

namespace Reenact.Cli;

/// <summary><c>reenact test DIR -- COMMAND…</c>: runs tests over a folder of recordings in several processes.</summary>
internal static class TestCommand
{
    public static Command Create(ToolConsole console)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder that has the recordings; folders in it are searched, too." };
        var tests = new Argument<string[]>("COMMAND") { Description = "What runs the tests, after --: dotnet test, or any program that uses Reenact.Testing.", Arity = ArgumentArity.OneOrMore };
        var shard = new Option<Shard?>("--shard") { Description = "Run only this part of the recordings, such as 3/16. REENACT_SHARD unless given.", CustomParser = ParseShard };
        var workers = new Option<int>("--workers") { Description = "How many processes share the recordings.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var timeout = DurationInput.Option("--timeout", "End all processes after this time: 90s, 10m, 1h.");
        var reports = new Option<string?>("--reports") { Description = "Keep the reports and the processes' output in this folder, which must be empty." };
        var keys = KeyRingInput.Option();
        var output = new SummaryOutput();
        var command = new Command("test", "Runs tests over a folder of recordings in several processes, and makes one summary of their reports.")
        {
            folder, tests, shard, workers, timeout, reports, keys,
        };
        output.AddTo(command);
        workers.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--workers takes a number from 1 to 1000.");
            }
        });
        command.SetAction(parsed =>
        {
            var part = parsed.GetValue(shard) ?? FromEnvironment();
            var recordings = ShardRecordings.In(parsed.GetRequiredValue(folder), part);
            if (recordings.Count == 0)
            {
                console.Output.WriteLine($"no recording of {SafeText.OneLine(parsed.GetRequiredValue(folder))} is in shard {part}");
                return ExitCode.Fine;
            }

            var processes = Math.Min(parsed.GetValue(workers), recordings.Count);
            if (part.Count > Shard.Most / processes)
            {
                throw new UnreadableInputException($"{processes} workers of each of {part.Count} shards are more than {Shard.Most} parts. Give fewer of either.");
            }

            using var reportFolder = ReportFolder.At(parsed.GetValue(reports));
            using var signals = new StopSignals();
            var run = new WorkerRun(
                parsed.GetRequiredValue(tests), recordings, part, processes, parsed.GetValue(timeout), reportFolder, console, KeyRingInput.Folder(parsed, keys));
            var summary = run.RunAsync(signals.Token).GetAwaiter().GetResult();
            output.Write(summary, parsed, console);
            return run.WasStopped ? ExitCode.Stopped : summary.AllMatched ? ExitCode.Fine : ExitCode.CheckFailed;
        });
        return command;
    }

    private static Shard? ParseShard(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (!Shard.TryParse(text, out var shard))
        {
            argument.AddError($"'{text}' is no shard. Write its number and how many there are, such as 3/16.");
        }

        return shard;
    }

    private static Shard FromEnvironment() =>
        Environment.GetEnvironmentVariable("REENACT_SHARD") is not { } text || string.IsNullOrWhiteSpace(text) ? Shard.All
        : Shard.TryParse(text, out var shard) ? shard
        : throw new UnreadableInputException($"The environment variable REENACT_SHARD is \"{text}\", which is no shard. Set it to one of how many, such as 3/16, or remove it.");
}
