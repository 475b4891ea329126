using System.Text;
using Reenact.Files;
using Reenact.Format;

namespace Reenact.Testing.Recordings;

/// <summary>Tells which shard a file belongs to, by reading no more of it than its first bytes.</summary>
internal static class RecordingIdentity
{
    /// <summary>
    /// Whether a file is in a shard. One that can't be read as a recording goes by its name, so that exactly one shard fails with it.
    /// </summary>
    public static bool IsIn(Shard shard, string path) => shard.Count == 1 || (
        SessionOf(path) is { } session ? shard.Contains(session) : shard.ContainsHashOf(Encoding.UTF8.GetBytes(Path.GetFileName(path))));

    /// <summary>The session that a file records; null where it can't be read as a recording.</summary>
    public static Guid? SessionOf(string path)
    {
        if (FileKind.HasNoLength(path))
        {
            return null;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            Span<byte> preamble = stackalloc byte[BlockLayout.PreambleSize];
            file.ReadExactly(preamble);
            return Preamble.Decode(preamble, path).SessionId;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or RecordingException)
        {
            return null;
        }
    }
}
