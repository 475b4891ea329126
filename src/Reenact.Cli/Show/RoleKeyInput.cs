using System.CommandLine;

namespace Reenact.Cli;

/// <summary>The keys of roles that a person gave on the command line.</summary>
internal static class RoleKeyInput
{
    public static Option<string?> Option() => new("--role-key")
    {
        Description = "A file with keys of roles: a role's name and its key in Base64 on each line. What is encrypted for them is shown.",
    };

    /// <summary>Reads the keys; null where no file is given.</summary>
    /// <exception cref="UnreadableInputException">The file can't be read, or holds no keys.</exception>
    public static IRoleKeys? Read(string? path)
    {
        try
        {
            return path is null ? null : RoleKeys.Read(path);
        }
        catch (FormatException exception)
        {
            throw new UnreadableInputException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"--role-key {path}: {exception.Message}", exception);
        }
    }
}
