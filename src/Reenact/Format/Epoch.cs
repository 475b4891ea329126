using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>
/// The body of an epoch block, written each time a writer opens the recording:
/// <c>[SHA-256 of the preamble, salt, the writer's time in UTC ticks, the writer's name and version]</c>.
/// </summary>
internal sealed record Epoch(byte[] PreambleHash, byte[] Salt, DateTimeOffset Time, string Writer)
{
    public const int SaltSize = 24;

    private static readonly string ThisWriter = $"Reenact {Release.Version}";

    public static Epoch Begin(ReadOnlySpan<byte> preamble, DateTimeOffset time) =>
        new(SHA256.HashData(preamble), RandomNumberGenerator.GetBytes(SaltSize), time, ThisWriter);

    public byte[] Encode()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(4);
        writer.Write(PreambleHash);
        writer.Write(Salt);
        writer.Write(Time.UtcTicks);
        writer.Write(Writer);
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
            ? new Epoch(hash.ToArray(), salt.ToArray(), new DateTimeOffset(ticks, TimeSpan.Zero), Encoding.UTF8.GetString(writer))
            : null;
    }
}
