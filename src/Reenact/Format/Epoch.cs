using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>
/// The body of an epoch block, written each time a writer opens the recording:
/// <c>[SHA-256 of the preamble, salt, the writer's time in UTC ticks, the writer's name and version, key commitment, the writer's process]</c>; the commitment is nil
/// where the recording is not encrypted.
/// </summary>
internal sealed record Epoch(byte[] PreambleHash, byte[] Salt, DateTimeOffset Time, string Writer, byte[] Commitment, int Process)
{
    public const int SaltSize = 24;

    private static readonly string ThisWriter = $"Reenact {Release.Version}";

    /// <summary>Begins an epoch that is not encrypted.</summary>
    public static Epoch Begin(ReadOnlySpan<byte> preamble, DateTimeOffset time) =>
        new(SHA256.HashData(preamble), NewSalt(), time, ThisWriter, [], Environment.ProcessId);

    /// <summary>A salt that no epoch had before.</summary>
    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltSize);

    public byte[] Encode()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(6);
        writer.Write(PreambleHash);
        writer.Write(Salt);
        writer.Write(Time.UtcTicks);
        writer.Write(Writer);
        if (Commitment.Length != 0)
            writer.Write(Commitment);
        else
            writer.WriteNil();
        writer.Write(Process);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads the body of an epoch block.</summary>
    /// <returns>Null when it is none.</returns>
    public static Epoch? Decode(ReadOnlySpan<byte> body)
    {
        var cursor = new MessagePackCursor(body);
        return cursor.TryReadArrayHeader(out var count) && count >= 4
            && cursor.TryReadBinary(out var hash) && hash.Length == SHA256.HashSizeInBytes
            && cursor.TryReadBinary(out var salt) && salt.Length == SaltSize
            && cursor.TryReadInt64(out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            && cursor.TryReadText(out var writer) && writer.Length <= BlockLayout.MaxName
            && TryReadCommitment(ref cursor, count, out var commitment)
            ? new Epoch(hash.ToArray(), salt.ToArray(), new DateTimeOffset(ticks, TimeSpan.Zero), Encoding.UTF8.GetString(writer), commitment, count > 5 && cursor.TryReadInt32(out var process) ? process : 0)
            : null;
    }

    private static bool TryReadCommitment(ref MessagePackCursor cursor, int count, out byte[] commitment)
    {
        commitment = [];
        if (count == 4 || cursor.TryReadNil())
            return true;
        if (!cursor.TryReadBinary(out var bytes) || bytes.Length != EpochCipher.CommitmentSize)
            return false;
        commitment = bytes.ToArray();
        return true;
    }
}
