using System.Text.Json;

namespace Reenact.Benchmarks.Sustained;

/// <summary>Events as lines of JSON in a file.</summary>
internal static class JsonLinesFile
{
    /// <returns>The bytes of the file.</returns>
    public static long Write(string path, IReadOnlyList<PlainEvent> events)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        foreach (var one in events)
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence"u8, one.Sequence);
            writer.WriteNumber("kind"u8, (int)one.Kind);
            writer.WriteNumber("time"u8, one.Time);
            writer.WriteNumber("span"u8, one.Span);
            writer.WritePropertyName("content"u8);
            writer.WriteRawValue(one.Content, skipInputValidation: true);
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            file.WriteByte((byte)'\n');
        }

        file.Flush(flushToDisk: true);
        return file.Length;
    }
}
