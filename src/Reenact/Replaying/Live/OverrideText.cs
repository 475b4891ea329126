using System.Buffers;
using MessagePack;
using Reenact.Protection;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints what a plan gives calls, as recorded values are printed.</summary>
internal static class OverrideText
{
    private const int Length = 200;

    public static string Of<T>(T value)
    {
        if (value is null)
        {
            return "null";
        }

        if (ValueCodecs.Find<T>() is not { } codec)
        {
            return $"(a {CodeName.Of(value.GetType())})";
        }

        try
        {
            var blobs = new OverrideBlobs();
            var bytes = new ArrayBufferWriter<byte>();
            var writer = new MessagePackWriter(bytes);
            codec.Write(ref writer, value, new ValueWriteContext(blobs) { Redaction = Redaction.NoneOnReplay });
            writer.Flush();
            return ValuePrinter.Print(new EncodedValue(bytes.WrittenMemory, blobs), Length);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"(a {CodeName.Of(value.GetType())})"; // It is text for people: a value that no recording could hold is only named.
        }
    }

    /// <summary>Long texts of one value.</summary>
    private sealed class OverrideBlobs : IBlobSink, IBlobSource
    {
        private readonly List<byte[]> contents = [];

        public uint Store(ReadOnlySpan<byte> content)
        {
            contents.Add(content.ToArray());
            return (uint)contents.Count;
        }

        public ReadOnlyMemory<byte> Get(uint id) => contents[(int)id - 1];
    }
}
