using MessagePack;

namespace Reenact;

/// <summary>
/// Writes and reads values of one type as MessagePack. Structured values are maps keyed by member name, members in
/// declaration order, so that equal values are equal bytes.
/// </summary>
/// <typeparam name="T">The type of the values. For a reference type, null is written as nil.</typeparam>
/// <remarks>Implement it on a struct: generated code then calls it without indirection. Members must be thread-safe.</remarks>
public interface IValueCodec<T>
{
    /// <summary>Writes exactly one MessagePack value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    /// <param name="context">Stores long text and bytes, and limits nesting.</param>
    static abstract void Write(ref MessagePackWriter writer, T value, ValueWriteContext context);

    /// <summary>Reads exactly one MessagePack value.</summary>
    /// <param name="reader">Where to read. Its content may be hostile.</param>
    /// <param name="context">Resolves long text and bytes, and limits nesting.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ValueFormatException">The bytes are no such value.</exception>
    static abstract T Read(ref MessagePackReader reader, ValueReadContext context);
}
