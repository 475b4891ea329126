using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reenact.Shims;

/// <summary>A buffer for JSON on its way, and a writer into it. Each thread keeps one.</summary>
internal sealed class JsonScratch : IDisposable
{
    // One long prompt must not keep its memory for as long as the thread lives.
    private const int MaxKept = 1 << 20;

    [ThreadStatic]
    private static JsonScratch? kept;

    private JsonScratch()
    {
        Buffer = new ArrayBufferWriter<byte>(4096);

        // The serializer writes valid JSON, and nobody shows it in a page.
        Writer = new Utf8JsonWriter(Buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public ArrayBufferWriter<byte> Buffer { get; }

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Json => Buffer.WrittenSpan;

    /// <summary>Takes the thread's own, or a new one where that is in use: a converter may record something itself.</summary>
    public static JsonScratch Rent()
    {
        var scratch = kept ?? new JsonScratch();
        kept = null;
        return scratch;
    }

    public void Dispose()
    {
        if (Buffer.Capacity > MaxKept)
        {
            Writer.Dispose();
            return;
        }

        Buffer.ResetWrittenCount();
        Writer.Reset();
        kept = this;
    }
}
