using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Values;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>Texts and bytes around the lengths at which they go into blobs, encoded as a recorder does, and as a replay does.</summary>
internal static class ContentSamples
{
    public static readonly string[] Texts =
        ["", "short", new string('a', 255), new string('b', 256), new string('é', 700), "\uD800" + new string('u', 300), new string('€', 400_000)];

    /// <summary>With long content in blobs.</summary>
    public static byte[] Recorded(IBlobSink blobs, params ReadOnlySpan<string> texts) => Encode(new ValueWriteContext(blobs), texts);

    /// <summary>With all content inline.</summary>
    public static byte[] Inline(IBlobSink blobs, params ReadOnlySpan<string> texts) => Encode(new ValueWriteContext(blobs) { KeepsInline = true }, texts);

    /// <summary>An array with a map for each text, which has it as text and as bytes.</summary>
    private static byte[] Encode(ValueWriteContext context, ReadOnlySpan<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(texts.Length);
        foreach (var text in texts)
        {
            writer.WriteMapHeader(2);
            writer.Write("text");
            context.WriteText(ref writer, text);
            writer.Write("bytes");
            context.WriteBytes(ref writer, Encoding.UTF8.GetBytes(text));
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
