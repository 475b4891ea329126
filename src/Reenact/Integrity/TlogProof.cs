using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Reenact.Integrity;

/// <summary>
/// A proof that an entry is in a log, as text that is checked offline: <see href="https://c2sp.org/tlog-proof">C2SP tlog-proof</see>. It holds the
/// inclusion proof and the checkpoint; of a recording it also says which block it is about (<see cref="ProvenBlock"/>). Immutable.
/// </summary>
public sealed class TlogProof
{
    internal const string FirstLine = "c2sp.org/tlog-proof@v1\n";
    private readonly byte[]? extra;

    internal TlogProof(InclusionProof inclusion, Checkpoint checkpoint, byte[]? extra)
    {
        Inclusion = inclusion;
        Checkpoint = checkpoint;
        this.extra = extra;
    }

    /// <summary>The proof that the entry is in the checkpoint's tree.</summary>
    public InclusionProof Inclusion { get; }

    /// <summary>The checkpoint. Nothing is proved before its signature is checked, or it is compared with one that was kept.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>What the log adds to tell the entry by, which counts only as far as it hashes to the entry; empty when there is nothing.</summary>
    public ReadOnlyMemory<byte> Extra => extra;

    /// <summary>The block that the proof is about; null when it does not say, or is about something else than a recording.</summary>
    public ProvenBlock? Block => ProvenBlock.TryRead(extra ?? []) is { } block && block.Number == Inclusion.Index ? block : null;

    /// <summary>Reads a proof.</summary>
    /// <param name="text">The proof, in UTF-8.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="problem">Why it is none; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out TlogProof? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        var lines = new ProofLines(text);
        if (lines.Next() != FirstLine[..^1])
        {
            problem = "its first line is not c2sp.org/tlog-proof@v1";
            return false;
        }

        byte[]? extra = null;
        var line = lines.Next();
        if (line?.StartsWith("extra ", StringComparison.Ordinal) == true)
        {
            if (!StrictBase64.TryDecode(line.AsSpan(6), out extra))
            {
                problem = "its extra data is no base64";
                return false;
            }

            line = lines.Next();
        }

        if (line?.StartsWith("index ", StringComparison.Ordinal) != true || !Checkpoint.TryReadNumber(line.AsSpan(6), out var index))
        {
            problem = "it has no line with the index";
            return false;
        }

        if (!lines.TryReadEnd(out var hashes, out var checkpoint, out problem))
            return false;
        proof = new TlogProof(new InclusionProof(index, checkpoint.Size, hashes), checkpoint, extra);
        return true;
    }

    /// <summary>Checks that an entry is in the tree of the checkpoint.</summary>
    /// <param name="leafHash">The hash of its leaf.</param>
    /// <remarks>Whether the checkpoint is to be believed is another question: check its signature.</remarks>
    public bool Verify(ReadOnlySpan<byte> leafHash) => Inclusion.Verify(leafHash, Checkpoint.Root.Span);

    /// <summary>The proof as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(FirstLine);
        if (extra is not null)
            text.Append("extra ").Append(Convert.ToBase64String(extra)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Inclusion.Index}\n");
        foreach (var hash in Inclusion.Hashes)
            text.Append(Convert.ToBase64String(hash.Span)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }
}
