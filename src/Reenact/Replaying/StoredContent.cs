using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// Compares what a recording has, with long text and bytes in blobs, with what a replay encodes, where they stand inline: byte by byte, with
/// each blob beside its content. Nothing is hashed, and nothing has to be remembered of the recording's blobs.
/// </summary>
internal static class StoredContent
{
    /// <summary>Whether two encodings are of the same content. If not, they may be of equal values all the same.</summary>
    /// <param name="recorded">Values as a recording has them.</param>
    /// <param name="actual">Values with all their content inline.</param>
    /// <param name="blobs">The recording's blobs.</param>
    public static bool AreSame(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> actual, IBlobSource blobs)
    {
        if (recorded.Length >= actual.Length)
        {
            return recorded.SequenceEqual(actual); // A reference is shorter than the content that it names.
        }

        try
        {
            return AreSameElements(recorded, actual, blobs);
        }
        catch (ValueFormatException)
        {
            return false; // A blob is missing: who compares them as data says so.
        }
    }

    /// <summary>Passes over one value in both encodings.</summary>
    /// <returns>False where they are not the same; the cursors stand anywhere then.</returns>
    /// <exception cref="ValueFormatException">A blob is missing.</exception>
    public static bool TryPassValue(
        ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs)
    {
        for (var elements = 1L; elements > 0; elements--)
        {
            if (!TryPassElement(recorded, ref left, actual, ref right, blobs, out var inside))
            {
                return false;
            }

            elements += inside;
        }

        return true;
    }

    /// <summary>Passes over one argument in both encodings; the recorded one may stand in blobs as a whole.</summary>
    /// <returns>False where they are not the same; the cursors stand anywhere then.</returns>
    /// <exception cref="ValueFormatException">A blob is missing.</exception>
    public static bool TryPassArgument(
        ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs)
    {
        var start = left.Position;
        if (left.AtEnd || !IsExtension(recorded[start]) || !left.TryReadExtension(out var type, out _) || type != ValueExtensionType.ValueInBlob)
        {
            left.Position = start;
            return TryPassValue(recorded, ref left, actual, ref right, blobs);
        }

        var reference = recorded[start..left.Position];
        if (actual[right.Position..].StartsWith(reference))
        {
            right.Position += reference.Length; // What is known to be the same is encoded as the recording has it.
            return true;
        }

        var content = ValueInBlob.Resolve(recorded[start..left.Position].ToArray(), blobs).Span;
        var inside = new MessagePackCursor(content);
        return TryPassValue(content, ref inside, actual, ref right, blobs);
    }

    /// <summary>Whether two runs of elements are of the same content.</summary>
    /// <exception cref="ValueFormatException">A blob is missing.</exception>
    public static bool AreSameElements(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> actual, IBlobSource blobs)
    {
        var left = new MessagePackCursor(recorded);
        var right = new MessagePackCursor(actual);
        while (!left.AtEnd)
        {
            if (!TryPassElement(recorded, ref left, actual, ref right, blobs, out _))
            {
                return false;
            }
        }

        return right.AtEnd;
    }

    /// <summary>Passes over a scalar, or the header of a container.</summary>
    private static bool TryPassElement(
        ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs, out int inside)
    {
        inside = 0;
        if (left.AtEnd)
        {
            return false;
        }

        var start = left.Position;
        if (IsExtension(recorded[start]) && left.TryReadExtension(out var type, out var ids)
            && type is ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob)
        {
            return (type == ValueExtensionType.TextInBlob ? right.TryReadText(out var content) : right.TryReadBinary(out content))
                && IsContent(ids, content, blobs);
        }

        left.Position = start;
        if (!left.TryStep(out inside))
        {
            return false;
        }

        var element = recorded[start..left.Position];
        if (!actual[right.Position..].StartsWith(element))
        {
            return false;
        }

        right.Position += element.Length;
        return true;
    }

    private static bool IsExtension(byte code) => code is (>= 0xC7 and <= 0xC9) or (>= 0xD4 and <= 0xD8);

    private static bool IsContent(ReadOnlySpan<byte> ids, ReadOnlySpan<byte> content, IBlobSource blobs)
    {
        var cursor = new MessagePackCursor(ids);
        while (!cursor.AtEnd)
        {
            if (!cursor.TryReadUInt32(out var id))
            {
                return false;
            }

            var part = blobs.Get(id).Span;
            if (!content.StartsWith(part))
            {
                return false;
            }

            content = content[part.Length..];
        }

        return content.IsEmpty;
    }
}
