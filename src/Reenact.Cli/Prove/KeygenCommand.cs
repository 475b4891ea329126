using System.CommandLine;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary><c>reenact keygen NAME FILE</c>: makes a key that signs recordings.</summary>
internal static class KeygenCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The key's name, for example example.com/recordings." };
        var file = new Argument<string>("FILE") { Description = "Where the private key goes: a new file, for its owner only." };
        var command = new Command("keygen", "Makes an Ed25519 key: the private key goes into a new file, the public one to the output, for `verify --key`.") { name, file };
        command.SetAction(parsed =>
        {
            try
            {
                using var signer = RecordingSigner.Generate(parsed.GetRequiredValue(name));
                signer.SaveNew(parsed.GetRequiredValue(file));
                console.Output.WriteLine(signer.VerifierKey);
                return ExitCode.Fine;
            }
            catch (ArgumentException exception)
            {
                throw new UnreadableInputException(exception.Message, exception);
            }
        });
        return command;
    }
}
