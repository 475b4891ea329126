using System.CommandLine;
using System.Text.Json;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary><c>reenact verify FILE</c>: whether a recording is what was written, and who vouches for it.</summary>
internal static class VerifyCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var key = new Option<string[]>("--key")
        {
            Description = "A public key that must have signed the recording: a file, or its text name+id+key. May be given several times; one of them must have signed.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var ring = KeyRingInput.Option();
        var json = new Option<bool>("--json") { Description = "Write the result as a JSON document." };
        var command = new Command("verify", "Checks that a recording is sealed, whole and unchanged: structure, checksums, hashes, seal, signature, index, events.")
        {
            file, key, ring, json,
        };
        command.SetAction(parsed =>
        {
            var keys = (parsed.GetValue(key) ?? []).Select(VerifierKeyInput.Read).ToList();
            using var recording = RecordingInput.OpenWithoutContents(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, ring));
            var verification = recording.Verify(keys);
            var verdict = Verdict.Of(verification, signatureWanted: keys.Count > 0);
            if (parsed.GetValue(json))
            {
                VerificationJson.Write(recording, verification, verdict, console.Output);
            }
            else
            {
                VerificationPrinter.Print(recording, verification, verdict, console);
            }

            return verdict.Passed ? ExitCode.Fine : ExitCode.CheckFailed;
        });
        return command;
    }
}
