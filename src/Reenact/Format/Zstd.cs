using System.Collections.Concurrent;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Reenact.Format;

/// <summary>Compresses and decompresses bodies. Contexts are kept, because making one costs more than a block does. Thread-safe.</summary>
internal static class Zstd
{
    /// <summary>The best size for about 2 ms a block of 64 KB; see docs/format.md for the measurement.</summary>
    public const int Level = 9;

    private const int KeptContexts = 8;

    private static readonly ConcurrentBag<Compressor> Compressors = [];
    private static readonly ConcurrentBag<Decompressor> Decompressors = [];

    /// <summary>The longest that <see cref="TryCompress"/> may need as room.</summary>
    public static int MaxCompressedLength(int length) => Compressor.GetCompressBound(length);

    /// <summary>Compresses into one frame that says its content size.</summary>
    /// <returns>Whether it fitted.</returns>
    public static bool TryCompress(ReadOnlySpan<byte> content, Span<byte> frame, out int length)
    {
        if (!Compressors.TryTake(out var compressor))
        {
            compressor = new Compressor(Level);
            compressor.SetParameter(ZSTD_cParameter.ZSTD_c_windowLog, 0);
        }

        try
        {
            return compressor.TryWrap(content, frame, out length);
        }
        finally
        {
            if (Compressors.Count < KeptContexts)
                Compressors.Add(compressor);
            else
                compressor.Dispose();
        }
    }

    /// <summary>Decompresses one frame into exactly the room given, after checking that the frame asks for no more.</summary>
    /// <returns>Whether the frame is whole and fills the room.</returns>
    public static bool TryDecompress(ReadOnlySpan<byte> frame, Span<byte> content)
    {
        if (!ZstdFrame.TryReadContentSize(frame, out var contentSize) || contentSize != (ulong)content.Length)
            return false;
        if (!Decompressors.TryTake(out var decompressor))
            decompressor = new Decompressor();

        try
        {
            return decompressor.TryUnwrap(frame, content, out var written) && written == content.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
        finally
        {
            if (Decompressors.Count < KeptContexts)
                Decompressors.Add(decompressor);
            else
                decompressor.Dispose();
        }
    }
}
