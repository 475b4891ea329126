using System.CommandLine;

namespace Reenact.Cli;

/// <summary>Opens the recording that a command is about.</summary>
internal static class RecordingInput
{
    /// <summary>Opens a recording so that reading it goes on after damage.</summary>
    /// <exception cref="UnreadableInputException">It can't be opened.</exception>
    public static Recording Open(string path)
    {
        if (IsEmpty(path))
        {
            // Opening a pipe would wait for somebody to write into it.
            throw new UnreadableInputException($"{path}: this is empty, or no ordinary file but a pipe or a device; there is no recording in it. Check the path, or copy it into an ordinary file first.");
        }

        try
        {
            return Recording.Open(path, OnDamage.Skip);
        }
        catch (RecordingException exception)
        {
            throw new UnreadableInputException(exception.Message, exception)
            {
                IsDamage = exception.Kind is RecordingErrorKind.Damaged or RecordingErrorKind.Cut,
            };
        }
    }

    /// <summary>Whether a path names something without a length of its own, as pipes and devices are.</summary>
    private static bool IsEmpty(string path)
    {
        try
        {
            var file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file is { Exists: true, Length: 0 };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Opening it says what is wrong.
            return false;
        }
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
