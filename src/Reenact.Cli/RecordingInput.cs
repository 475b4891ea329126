using System.CommandLine;
using Reenact.Keys;

namespace Reenact.Cli;

/// <summary>Opens the recording that a command is about.</summary>
internal static class RecordingInput
{
    /// <summary>Opens a recording so that reading it goes on after damage.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="keys">Has the keys of encrypted recordings; null where there is no key ring.</param>
    /// <exception cref="UnreadableInputException">It can't be opened, or it is encrypted and its key is missing.</exception>
    public static Recording Open(string path, IKeyStore? keys)
    {
        var recording = OpenWithoutContents(path, keys);
        try
        {
            recording.RequireContents();
            return recording;
        }
        catch (RecordingException exception)
        {
            recording.Dispose();
            throw new UnreadableInputException(exception.Message, exception);
        }
    }

    /// <summary>Opens a recording of which only that is needed which can be read without its key.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="keys">Has the keys of encrypted recordings; null where there is no key ring.</param>
    /// <exception cref="UnreadableInputException">It can't be opened.</exception>
    public static Recording OpenWithoutContents(string path, IKeyStore? keys)
    {
        try
        {
            return Recording.Open(path, new RecordingOpenOptions { OnDamage = OnDamage.Skip, KeyStore = keys });
        }
        catch (RecordingException exception)
        {
            throw new UnreadableInputException(exception.Message, exception)
            {
                IsDamage = exception.IsDamage || exception.Kind == RecordingErrorKind.Cut,
            };
        }
    }

    /// <summary>Refuses the number of an event that the recording doesn't have.</summary>
    /// <exception cref="UnreadableInputException">There is no such event.</exception>
    public static void Require(Recording recording, long sequence)
    {
        if (sequence >= recording.EventCount)
        {
            var has = recording.EventCount switch
            {
                0 => "it has no events that can be read",
                1 => "its only event is 0",
                var count => $"its events are 0 to {count - 1}",
            };
            throw new UnreadableInputException($"{recording.Path} has no event {sequence}: {has}.") { IsDamage = recording.State == RecordingState.Damaged };
        }
    }

    /// <summary>Says what is damaged, as far as the recording was read.</summary>
    /// <returns>The exit code.</returns>
    public static int ReportDamage(Recording recording, ToolConsole console)
    {
        if (recording.State != RecordingState.Damaged)
        {
            return ExitCode.Fine;
        }

        foreach (var problem in recording.Problems.Where(problem => !problem.IsCut))
        {
            console.Complain($"{recording.Path} is damaged: {RecordingException.WithoutPath(problem.Message, recording.Path)}");
        }

        return ExitCode.CheckFailed;
    }

    /// <summary>The argument that names the recording.</summary>
    public static Argument<string> Argument()
    {
        var file = new Argument<string>("FILE") { Description = "The recording." };
        file.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("FILE is empty. Give the path of a recording.");
            }
        });
        return file;
    }
}
