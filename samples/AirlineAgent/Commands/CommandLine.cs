using System.ClientModel;
using System.CommandLine;
using System.Text.Json;
using Reenact;

namespace AirlineAgent.Commands;

/// <summary>The sample's command line.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("A customer-support agent of an airline, recorded and replayed. Without a command it shows both on an example of its own.")
        {
            RecordCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            ChatCommand.Create(terminal),
        };
        root.SetAction((_, token) => DemoCommand.RunAsync(terminal, token));

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync(error.Message);
            await terminal.Error.WriteLineAsync("See --help for the commands and their options.");
            return ExitCode.Unusable;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception exception) when (CodeOf(exception) is not null)
        {
            // The last of several attempts says what is wrong.
            var cause = exception is AggregateException { InnerExceptions: [.., var last] } ? last : exception;
            await terminal.Error.WriteLineAsync(cause.Message);
            return CodeOf(exception)!.Value;
        }
    }

    private static int? CodeOf(Exception exception) => exception switch
    {
        RecordingException { Kind: RecordingErrorKind.Damaged or RecordingErrorKind.Cut } => ExitCode.CheckFailed,
        IOException or UnauthorizedAccessException or InvalidDataException or JsonException => ExitCode.Unusable,
        AggregateException or ClientResultException or HttpRequestException or OperationCanceledException or InvalidOperationException => ExitCode.CheckFailed,
        _ => null,
    };
}
