using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Reenact.Integrity;

/// <summary>
/// A proof that a log grew from an earlier checkpoint, as text that is checked offline: what <see href="https://c2sp.org/tlog-witness">C2SP tlog-witness</see>
/// has as the body of <c>add-checkpoint</c>, so that it can be sent to a witness as it is. Immutable.
/// </summary>
public sealed class GrowthProof
{
    internal const string Start = "old ";

    internal GrowthProof(ConsistencyProof consistency, Checkpoint checkpoint)
    {
        Consistency = consistency;
        Checkpoint = checkpoint;
    }

    /// <summary>The proof that the newer tree grew from the older.</summary>
    public ConsistencyProof Consistency { get; }

    /// <summary>The newer checkpoint.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Reads a proof.</summary>
    /// <param name="text">The proof, in UTF-8.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="problem">Why it is none; null when it is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out GrowthProof? proof, [NotNullWhen(false)] out string? problem)
    {
        proof = null;
        var lines = new ProofLines(text);
        if (lines.Next() is not { } line || !line.StartsWith(Start, StringComparison.Ordinal) || !Checkpoint.TryReadNumber(line.AsSpan(Start.Length), out var oldSize))
        {
            problem = "its first line is not \"old\" and a number";
            return false;
        }

        if (!lines.TryReadEnd(out var hashes, out var checkpoint, out problem))
            return false;
        proof = new GrowthProof(new ConsistencyProof(oldSize, checkpoint.Size, hashes), checkpoint);
        return true;
    }

    /// <summary>Checks that the newer checkpoint grew from an older one.</summary>
    /// <param name="older">The older one, which was kept.</param>
    /// <remarks>Whether the newer one is to be believed is another question: check its signature.</remarks>
    public bool Verify(Checkpoint older)
    {
        ArgumentNullException.ThrowIfNull(older);
        if (older.Origin != Checkpoint.Origin || older.Size != Consistency.OldSize)
            return false;

        // Every tree grew from the empty one, of which RFC 9162 has no proof, and tlog-witness one without hashes.
        return older.Size == 0
            ? Consistency.Hashes.Count == 0 && older.Root.Span.SequenceEqual(MerkleHash.Empty())
            : Consistency.Verify(older.Root.Span, Checkpoint.Root.Span);
    }

    /// <summary>The proof as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Start}{Consistency.OldSize}\n");
        foreach (var hash in Consistency.Hashes)
            text.Append(Convert.ToBase64String(hash.Span)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }
}
