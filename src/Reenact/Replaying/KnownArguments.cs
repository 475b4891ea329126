using System.Runtime.InteropServices;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// What was found to be the same content in the arguments of a method's last call: in the recording, and as the replay encodes it. A conversation
/// sends at each turn what it has sent before and a little more, and only that is compared element by element. Not thread-safe.
/// </summary>
internal sealed class KnownArguments
{
    /// <summary>Shorter arguments are compared as fast without.</summary>
    public const int Shortest = 1024;

    /// <summary>Longer ones are not kept.</summary>
    public const int Longest = 1 << 20;

    private const int MostArguments = 16;

    private readonly List<KnownArgument> arguments = [];

    /// <inheritdoc cref="StoredContent.AreSame"/>
    public bool AreSame(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> actual, IBlobSource blobs)
    {
        if (recorded.Length >= actual.Length)
        {
            return recorded.SequenceEqual(actual); // A reference is shorter than the content that it names.
        }

        var left = new MessagePackCursor(recorded);
        var right = new MessagePackCursor(actual);
        if (!left.TryReadArrayHeader(out var count) || !right.TryReadArrayHeader(out var actualCount) || count > MostArguments)
        {
            return StoredContent.AreSame(recorded, actual, blobs);
        }

        if (count != actualCount)
        {
            return false;
        }

        CollectionsMarshal.SetCount(arguments, Math.Max(arguments.Count, count));
        try
        {
            foreach (ref var argument in CollectionsMarshal.AsSpan(arguments)[..count])
            {
                argument ??= new KnownArgument();
                if (!argument.TryPass(recorded, ref left, actual, ref right, blobs))
                {
                    return false;
                }
            }
        }
        catch (ValueFormatException)
        {
            return false; // A blob is missing: who compares them as data says so.
        }

        return left.AtEnd && right.AtEnd;
    }
}
