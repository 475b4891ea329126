using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Reenact.Testing;

/// <summary>
/// One of several parts into which recordings are divided, so that several machines or processes share them. A session belongs to
/// exactly one shard, the same one everywhere and always. Immutable.
/// </summary>
/// <remarks>
/// The formula: take SHA-256 over the 16 bytes of the session's id, as they stand in the recording (big-endian, RFC 9562), and of the hash
/// the first eight bytes as a big-endian number <c>h</c>. The session is in shard <c>h mod n + 1</c> of <c>n</c>.
/// </remarks>
public sealed record Shard
{
    /// <summary>More shards than this are a mistake.</summary>
    internal const int Most = 1_000_000;

    /// <summary>Makes a shard.</summary>
    /// <param name="number">Which one, from 1.</param>
    /// <param name="count">Of how many, at most 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shard.</exception>
    public Shard(int number, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, count);
        Number = number;
        Count = count;
    }

    /// <summary>The only shard of one: everything.</summary>
    public static Shard All { get; } = new(1, 1);

    /// <summary>Which shard it is, from 1.</summary>
    public int Number { get; }

    /// <summary>How many shards there are.</summary>
    public int Count { get; }

    /// <summary>Reads a shard as it is written: <c>3/16</c>.</summary>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Shard? shard)
    {
        shard = null;
        if (text?.Trim().Split('/') is not [var left, var right]
            || !int.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || number < 1 || number > count || count > Most)
        {
            return false;
        }

        shard = new Shard(number, count);
        return true;
    }

    /// <summary>Reads a shard as it is written: <c>3/16</c>.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Shard Parse(string text) => TryParse(text, out var shard)
        ? shard
        : throw new FormatException($"'{text}' is no shard. Write its number and how many there are, such as 3/16.");

    /// <summary>Whether a session is in this shard.</summary>
    public bool Contains(Guid sessionId)
    {
        Span<byte> id = stackalloc byte[16];
        sessionId.TryWriteBytes(id, bigEndian: true, out _);
        return ContainsHashOf(id);
    }

    /// <summary>Divides this shard further: the parts together hold what it holds, and none holds anything of another.</summary>
    /// <param name="part">Which part, from 1.</param>
    /// <param name="parts">How many parts.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part, or there are more than 1,000,000 shards in all.</exception>
    public Shard Part(int part, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parts, Most / Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, parts);
        return new Shard(Number + (Count * (part - 1)), Count * parts);
    }

    /// <summary>The shard as it is written: <c>3/16</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    internal bool ContainsHashOf(ReadOnlySpan<byte> identity)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(identity, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)Count == (ulong)(Number - 1);
    }
}
