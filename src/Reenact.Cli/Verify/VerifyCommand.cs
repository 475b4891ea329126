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
        var checkpoint = new Option<string[]>("--checkpoint")
        {
            Description = "A checkpoint that was kept, which the recording must have grown from: a file of one or more. May be given several times.",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var storedOnly = new Option<bool>("--stored-only") { Description = "Check what is stored (checksums, hashes, seal, signatures, checkpoints), without decrypting or decompressing it." };
        var json = new Option<bool>("--json") { Description = "Write the result as a JSON document." };
        var command = new Command("verify", "Checks that a recording is sealed, whole and unchanged: structure, checksums, hashes, seal, signature, index, events; or checks a proof.")
        {
            file, key, checkpoint, storedOnly, ring, json,
        };
        command.SetAction(parsed =>
        {
            var keys = (parsed.GetValue(key) ?? []).Select(VerifierKeyInput.Read).ToList();
            var kept = (parsed.GetValue(checkpoint) ?? []).SelectMany(path => CheckpointInput.Read("--checkpoint", path)).ToList();
            if (ProofInput.TryRead(parsed.GetRequiredValue(file)) is { } proof)
            {
                return VerifyProof(parsed.GetRequiredValue(file), proof, keys, kept, parsed.GetValue(json), console);
            }

            using var recording = RecordingInput.OpenWithoutContents(parsed.GetRequiredValue(file), KeyRingInput.Read(parsed, ring));
            var verification = recording.Verify(new VerificationOptions { TrustedKeys = keys, Checkpoints = kept, StoredBytesOnly = parsed.GetValue(storedOnly) });
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

    private static int VerifyProof(string path, object proof, List<RecordingVerifierKey> keys, List<Checkpoint> kept, bool json, ToolConsole console)
    {
        var verdict = proof is TlogProof inclusion ? ProofVerdict.Of(inclusion, keys, kept) : ProofVerdict.Of((GrowthProof)proof, keys, kept);
        if (json)
        {
            ProofPrinter.WriteJson(path, verdict, console.Output);
        }
        else
        {
            ProofPrinter.Print(path, verdict, console);
        }

        return verdict.Passed ? ExitCode.Fine : ExitCode.CheckFailed;
    }
}
