using System.CommandLine;
using Reenact.Keys;

namespace Reenact.Cli;

/// <summary>Finds the key ring that a person named, or that the environment names.</summary>
internal static class KeyRingInput
{
    private const string Variable = LateKeyRing.Variable;

    /// <summary>The option that names it.</summary>
    public static Option<string?> Option() => new("--keys") { Description = $"The folder of the key ring that has the keys of encrypted recordings. {Variable} unless given." };

    /// <summary>The keys for reading recordings; the ring is opened when a recording needs one. Null where there is no ring.</summary>
    public static IKeyStore? Read(ParseResult parsed, Option<string?> option) => Folder(parsed, option) is { } folder ? new LateKeyRing(folder) : null;

    /// <summary>The folder; null where nobody names one.</summary>
    public static string? Folder(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) ?? LateKeyRing.FolderIn(Environment.GetEnvironmentVariable);

    /// <summary>The folder of a ring that a command is about.</summary>
    /// <exception cref="UnreadableInputException">Nobody names one.</exception>
    public static string RequiredFolder(ParseResult parsed, Option<string?> option) =>
        Folder(parsed, option) ?? throw new UnreadableInputException($"No key ring is named. Give its folder with --keys, or set {Variable}.");
}
