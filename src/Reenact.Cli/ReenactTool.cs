using System.CommandLine;
using System.CommandLine.Help;

namespace Reenact.Cli;

/// <summary>The <c>reenact</c> tool: parses a command line, runs the command, turns every failure into a message and an exit code.</summary>
internal static class ReenactTool
{
    private const string Name = "reenact";

    public static int Run(IReadOnlyList<string> args, ToolConsole console)
    {
        // No RootCommand: that one is named after the file it runs from.
        var root = new Command(Name, "Shows, verifies, compares and tests recordings of agent runs.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            ShowCommand.Create(console),
            StateCommand.Create(console),
            StatsCommand.Create(console),
            TrainCommand.Create(console),
            VerifyCommand.Create(console),
            ProveCommand.Create(console),
            KeygenCommand.Create(console),
            DiffCommand.Create(console),
            LineageCommand.Create(console),
            ReportCommand.Create(console),
            TestCommand.Create(console),
            IsolateCommand.Create(console),
            KeysCommand.Create(console),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count != 0)
        {
            return UsageErrors(parsed, console);
        }

        try
        {
            var exitCode = parsed.Invoke(new InvocationConfiguration
            {
                Output = console.Output,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,
            });
            console.Output.Flush();
            return exitCode;
        }
        catch (UnreadableInputException unreadable)
        {
            console.Complain(unreadable.Message);
            return unreadable.IsDamage ? ExitCode.CheckFailed : ExitCode.CannotTell;
        }
        catch (RecordingException exception)
        {
            console.Complain(exception.Message);
            return exception.IsDamage || exception.Kind == RecordingErrorKind.Cut ? ExitCode.CheckFailed : ExitCode.CannotTell;
        }
        catch (IOException exception)
        {
            // The input failed while it was read, or the output has no room. A reader that went away (| head) is neither: the
            // runtime drops what is written to it.
            console.Complain(exception.Message);
            return ExitCode.CannotTell;
        }
        catch (Exception unexpected)
        {
            console.Complain($"{unexpected.Message} ({unexpected.GetType().Name}; this is a defect of reenact, please report it with the recording if you can)");
            return ExitCode.CannotTell;
        }
    }

    private static int UsageErrors(ParseResult parsed, ToolConsole console)
    {
        foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
        {
            console.Complain(message);
        }

        var command = parsed.CommandResult.Command.Name;
        console.Error.WriteLine($"Run '{(command == Name ? Name : $"{Name} {command}")} --help' for how it is used.");
        return ExitCode.CannotTell;
    }
}
