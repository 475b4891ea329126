using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// JSON as a recorded value, for types that only their own library can serialize: objects are maps, long text goes to
/// blobs, and each number keeps its digits, so that a recording prints, compares and deduplicates as any other.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValue
{
    /// <summary>Writes one JSON value.</summary>
    /// <param name="writer">Where to. Untouched when the text is not JSON.</param>
    /// <param name="utf8Json">JSON in UTF-8; comments and trailing commas are allowed and dropped.</param>
    /// <param name="context">Stores long text.</param>
    /// <exception cref="JsonException">It is not JSON, or holds text that is not UTF-8.</exception>
    /// <exception cref="InvalidOperationException">It is nested deeper than 60 levels.</exception>
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<byte> utf8Json, ValueWriteContext context) =>
        JsonToValue.Write(ref writer, utf8Json, context);

    /// <summary>Reads the next value as JSON.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="utf8Json">Where the JSON goes, in UTF-8 and without white space.</param>
    /// <param name="context">Resolves long text.</param>
    /// <exception cref="ValueFormatException">The value is not one that was JSON.</exception>
    public static void Read(ref MessagePackReader reader, IBufferWriter<byte> utf8Json, ValueReadContext context) =>
        ValueToJson.Write(ref reader, utf8Json, context);
}
