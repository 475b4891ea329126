using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Reenact.Integrity;

/// <summary>Reads what proofs are written in: lines, hashes, an empty line, a checkpoint. A line that is no UTF-8 is no line of a proof.</summary>
internal ref struct ProofLines(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    /// <summary>The next line without its newline; null where there is none.</summary>
    public string? Next()
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        var line = Encoding.UTF8.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        return line;
    }

    /// <summary>Reads hashes up to the empty line, and the checkpoint after it.</summary>
    public bool TryReadEnd(out List<ReadOnlyMemory<byte>> hashes, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out string? problem)
    {
        hashes = [];
        checkpoint = null;
        for (var line = Next(); line is not ""; line = Next())
        {
            problem = line is null ? "it has no checkpoint after an empty line"
                : hashes.Count == ProofHashes.Max ? $"it has more than {ProofHashes.Max} hashes"
                : StrictBase64.TryDecodeHash(line, out var hash) && AddTo(hashes, hash) ? null : "it has a line that is no hash of 32 bytes in base64";
            if (problem is not null)
                return false;
        }

        if (Checkpoint.TryParse(rest, out checkpoint, out var wrong))
        {
            problem = null;
            return true;
        }

        problem = $"its checkpoint is none: {wrong}";
        return false;
    }

    private static bool AddTo(List<ReadOnlyMemory<byte>> hashes, byte[] hash)
    {
        hashes.Add(hash);
        return true;
    }
}
