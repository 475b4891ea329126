using MessagePack;

namespace Reenact.Values;

/// <summary>Tells equal values by how they are stored, without a look at what that means.</summary>
internal static class Stored
{
    /// <summary>Whether two values are stored the same way; if not, they may be equal all the same.</summary>
    /// <param name="expected">A value that is neither array nor map.</param>
    /// <param name="actual">Another such value.</param>
    public static bool TheSame(EncodedValue expected, EncodedValue actual) =>
        expected.Bytes.Span.SequenceEqual(actual.Bytes.Span)
        && (ReferenceEquals(expected.Blobs, actual.Blobs) || MessagePackCode.ToMessagePackType(expected.Bytes.Span[0]) != MessagePackType.Extension);
}
