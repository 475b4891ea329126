using System.ComponentModel;
using System.Text.Json;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Codec of a type that its own library serializes as JSON.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSource">How the library serializes it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonCodec<T, TSource> : IValueCodec<T>
    where TSource : IJsonTypeSource<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        using var scratch = JsonScratch.Rent();
        JsonSerializer.Serialize(scratch.Writer, value, TSource.TypeInfo);
        scratch.Writer.Flush();
        JsonValue.Write(ref writer, scratch.Json, context);
    }

    /// <inheritdoc/>
    public static T Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (default(T) is null && reader.TryReadNil())
            return default!;

        using var scratch = JsonScratch.Rent();
        JsonValue.Read(ref reader, scratch.Buffer, context);
        try
        {
            return JsonSerializer.Deserialize(scratch.Json, TSource.TypeInfo)!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw ValueReading.Translate(exception, $"A recorded value can't be read as {typeof(T)}");
        }
    }
}
