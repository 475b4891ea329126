using System.CommandLine;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary><c>reenact prove FILE</c>: proofs that others check without the recording.</summary>
internal static class ProveCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = RecordingInput.Argument();
        var at = new Option<long?>("--event") { Description = "Prove that the block that holds this event is in the recording." };
        at.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() < 0)
            {
                result.AddError("--event is negative. Events are numbered from 0.");
            }
        });
        var since = new Option<string?>("--since") { Description = "Prove that the recording grew from this checkpoint: a file. The last one in it counts." };
        var checkpoint = new Option<string?>("--checkpoint") { Description = "With --event: prove it under this checkpoint, which was kept, instead of the recording's last one." };
        var withBlock = new Option<bool>("--with-block") { Description = "With --event: put the block itself into the proof, not only its hash." };
        var json = new Option<bool>("--json") { Description = "Write the proof as a JSON document." };
        var command = new Command("prove", "Writes a proof as text, which `reenact verify` and other tools check without the recording.") { file, at, since, checkpoint, withBlock, json };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(at) is null) == (result.GetValue(since) is null))
            {
                result.AddError("Say what to prove: either --event N or --since CHECKPOINT.");
            }
        });
        command.SetAction(parsed =>
        {
            using var recording = RecordingInput.OpenWithoutContents(parsed.GetRequiredValue(file), keys: null);
            var isJson = parsed.GetValue(json);
            try
            {
                if (parsed.GetValue(since) is { } older)
                {
                    var kept = CheckpointInput.Read("--since", older)[^1];
                    Write(recording.ProveGrowth(kept), isJson, console.Output);
                }
                else
                {
                    var number = parsed.GetValue(at)!.Value;
                    RecordingInput.Require(recording, number);
                    var kept = parsed.GetValue(checkpoint) is { } path ? CheckpointInput.Read("--checkpoint", path)[^1] : null;
                    Write(recording.ProveEvent(number, kept, parsed.GetValue(withBlock)), isJson, console.Output);
                }
            }
            catch (ArgumentException exception)
            {
                // The recording and the checkpoint don't belong together.
                console.Complain($"{recording.Path}: {exception.Message}");
                return ExitCode.CheckFailed;
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static void Write(TlogProof proof, bool json, TextWriter output)
    {
        if (!json)
        {
            output.Write(proof);
            return;
        }

        using var document = new JsonDocumentWriter(output);
        document.Json.WriteStartObject();
        document.Member("block", proof.Inclusion.Index);
        document.Member("firstEvent", proof.Block?.FirstEvent);
        document.Member("events", proof.Block?.EventCount);
        document.Member("leaf", proof.Block is { } block ? Convert.ToHexStringLower(block.LeafHash.Span) : null);
        Hashes(document, proof.Inclusion.Hashes);
        document.Member("checkpoint", proof.Checkpoint.ToString());
        document.Member("proof", proof.ToString());
        document.Json.WriteEndObject();
    }

    private static void Write(GrowthProof proof, bool json, TextWriter output)
    {
        if (!json)
        {
            output.Write(proof);
            return;
        }

        using var document = new JsonDocumentWriter(output);
        document.Json.WriteStartObject();
        document.Member("oldSize", proof.Consistency.OldSize);
        document.Member("newSize", proof.Consistency.NewSize);
        Hashes(document, proof.Consistency.Hashes);
        document.Member("checkpoint", proof.Checkpoint.ToString());
        document.Member("proof", proof.ToString());
        document.Json.WriteEndObject();
    }

    private static void Hashes(JsonDocumentWriter document, IReadOnlyList<ReadOnlyMemory<byte>> hashes)
    {
        document.Json.WriteStartArray("hashes");
        foreach (var hash in hashes)
        {
            document.Json.WriteStringValue(Convert.ToHexStringLower(hash.Span));
        }

        document.Json.WriteEndArray();
    }
}
