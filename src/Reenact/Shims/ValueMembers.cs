using System.Buffers;
using System.ComponentModel;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>The members of recorded objects, as emitted codecs read them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueMembers
{
    /// <summary>Reads the name of a member.</summary>
    /// <returns>The name in UTF-8; it stays valid as long as the reader's memory does.</returns>
    /// <exception cref="ValueFormatException">The next value is no name, or longer than 1,024 bytes.</exception>
    public static ReadOnlySpan<byte> ReadName(ref MessagePackReader reader)
    {
        if (reader.NextMessagePackType != MessagePackType.String)
            throw UnexpectedValue.Error(ref reader, "the name of a member");

        if (!reader.TryReadStringSpan(out var name))
        {
            var parts = reader.ReadStringSequence()!.Value;
            name = parts.Length <= ValueLimits.Name ? parts.ToArray() : throw TooLong(parts.Length);
        }

        return name.Length <= ValueLimits.Name ? name : throw TooLong(name.Length);
    }

    private static ValueFormatException TooLong(long length) =>
        new($"The name of a recorded member has {length} bytes; at most {ValueLimits.Name} are allowed. The recording is damaged or forged.");
}
