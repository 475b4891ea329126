using System.Buffers;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Extensions.AI;

/// <summary>
/// A result on its way into a recording or out of it. Codecs are static and so can't know a client's serializer options;
/// therefore the client makes the JSON, and the codec puts it into the recording as data.
/// </summary>
/// <param name="Json">The result as one JSON value, UTF-8; null where one of the others says it.</param>
/// <param name="Live">What the inner client returned; null when the result was served.</param>
/// <param name="Encoded">The result as it is recorded.</param>
/// <param name="Served">What is served, where it was read without JSON.</param>
internal readonly record struct RecordedResult<T>(byte[]? Json, T? Live, EncodedJson? Encoded = null, T? Served = null)
    where T : class;

/// <summary>Writes a result's JSON as MessagePack and reads it back.</summary>
internal readonly struct RecordedResultCodec<T> : IValueCodec<RecordedResult<T>>
    where T : class
{
    public static void Write(ref MessagePackWriter writer, RecordedResult<T> value, ValueWriteContext context)
    {
        if (value.Encoded is { } encoded)
        {
            encoded.Write(ref writer, context);
        }
        else
        {
            JsonValue.Write(ref writer, value.Json, context);
        }
    }

    public static RecordedResult<T> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var json = new ArrayBufferWriter<byte>();
        JsonValue.Read(ref reader, json, context);
        return new RecordedResult<T>(json.WrittenSpan.ToArray(), null);
    }
}
