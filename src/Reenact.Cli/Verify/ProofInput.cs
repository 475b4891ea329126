using Reenact.Files;
using Reenact.Integrity;

namespace Reenact.Cli;

/// <summary>Tells a proof from a recording, and reads it.</summary>
internal static class ProofInput
{
    /// <summary>A block of 16 MiB in base64, and what is around it.</summary>
    private const int LongestFile = 24 << 20;

    /// <summary>Reads a proof.</summary>
    /// <returns>A <see cref="TlogProof"/>, a <see cref="GrowthProof"/>, or null when the file is something else, or can't be read.</returns>
    /// <exception cref="UnreadableInputException">It begins as a proof, and goes on as none.</exception>
    public static object? TryRead(string path)
    {
        byte[]? bytes;
        try
        {
            if (!BeginsAsProof(path))
            {
                return null;
            }

            bytes = SmallFile.Read(path, LongestFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Whoever opens it as a recording says what is wrong.
        }

        var problem = $"it is over {LongestFile >> 20} MiB";
        if (bytes.AsSpan().StartsWith("c2sp"u8) && TlogProof.TryParse(bytes, out var inclusion, out problem))
        {
            return inclusion;
        }

        return bytes.AsSpan().StartsWith("old "u8) && GrowthProof.TryParse(bytes, out var growth, out problem)
            ? growth
            : throw new UnreadableInputException($"{path}: this begins as a proof, and is none: {problem}.");
    }

    private static bool BeginsAsProof(string path)
    {
        if (!File.Exists(path) || FileKind.HasNoLength(path))
        {
            return false;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && (start.SequenceEqual("c2sp"u8) || start.SequenceEqual("old "u8));
    }
}
