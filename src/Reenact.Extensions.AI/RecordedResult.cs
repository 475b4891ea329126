using System.Buffers;
using MessagePack;
using Reenact.Shims;

namespace Reenact.Extensions.AI;

/// <summary>
/// A result on its way into a recording or out of it. Codecs are static and so can't know a client's serializer options;
/// therefore the client makes the JSON, and the codec puts it into the recording as data.
/// </summary>
/// <param name="Json">The result as one JSON value, UTF-8.</param>
/// <param name="Live">What the inner client returned; null when the result was served.</param>
internal readonly record struct RecordedResult<T>(byte[] Json, T? Live)
    where T : class;

/// <summary>Writes a result's JSON as MessagePack and reads it back.</summary>
internal readonly struct RecordedResultCodec<T> : IValueCodec<RecordedResult<T>>
    where T : class
{
    public static void Write(ref MessagePackWriter writer, RecordedResult<T> value, ValueWriteContext context) =>
        JsonValue.Write(ref writer, value.Json, context);

    public static RecordedResult<T> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var json = new ArrayBufferWriter<byte>();
        JsonValue.Read(ref reader, json, context);
        return new RecordedResult<T>(json.WrittenSpan.ToArray(), null);
    }
}
