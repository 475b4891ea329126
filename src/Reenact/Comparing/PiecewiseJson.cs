using System.Buffers;
using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Writes a long document piece by piece, so that it never stands in memory whole.</summary>
/// <param name="output">Where it goes to.</param>
internal sealed class PiecewiseJson(TextWriter output) : IDisposable
{
    /// <summary>How long a piece may become before it goes out, in bytes.</summary>
    private const int Piece = 1 << 16;

    private readonly ArrayBufferWriter<byte> buffer = new();
    private Utf8JsonWriter? json;

    /// <summary>What the document is written with.</summary>
    public Utf8JsonWriter Json => json ??= new Utf8JsonWriter(buffer, SafeJson.Indented);

    /// <summary>Hands on what has been written, when that is enough for a piece. Between two values.</summary>
    public void HandOn()
    {
        if (buffer.WrittenCount + Json.BytesPending >= Piece)
        {
            Write();
        }
    }

    /// <summary>Hands on the last piece. At the document's end.</summary>
    public void End() => Write();

    public void Dispose() => json?.Dispose();

    private void Write()
    {
        Json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }
}
