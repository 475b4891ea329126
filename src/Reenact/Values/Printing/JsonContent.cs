using System.Buffers;
using System.Text;
using System.Text.Json;
using MessagePack;

namespace Reenact.Values;

/// <summary>Writes text and bytes as JSON piece by piece, so that long ones need no memory of their length.</summary>
/// <param name="json">Where to.</param>
/// <param name="context">Resolves what is in blobs.</param>
/// <param name="written">Called between the pieces: what was written so far may be handed over.</param>
internal sealed class JsonContent(Utf8JsonWriter json, ValueReadContext context, Action? written)
{
    private const int Piece = 1 << 16;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes the next value, which is text.</summary>
    /// <exception cref="ValueFormatException">It is damaged.</exception>
    public void Text(ref MessagePackReader reader)
    {
        if (!IsInBlobs(ref reader, ValueExtensionType.TextInBlob))
        {
            json.WriteStringValue(context.ReadText(ref reader));
            return;
        }

        var decoder = Strict.GetDecoder();
        var chars = new char[Strict.GetMaxCharCount(Piece)];
        BlobReference.Visit(reader.ReadExtensionFormat().Data, context, part => Decode(decoder, part.Span, chars, isLast: false));
        Decode(decoder, default, chars, isLast: true);
    }

    /// <summary>Writes the next value, which is bytes.</summary>
    /// <exception cref="ValueFormatException">It is damaged.</exception>
    public void Bytes(ref MessagePackReader reader)
    {
        if (!IsInBlobs(ref reader, ValueExtensionType.BytesInBlob))
        {
            json.WriteBase64StringValue(context.ReadBytes(ref reader));
            return;
        }

        BlobReference.Visit(reader.ReadExtensionFormat().Data, context, part =>
        {
            for (var left = part.Span; !left.IsEmpty; left = left[Math.Min(Piece, left.Length)..])
            {
                json.WriteBase64StringSegment(left[..Math.Min(Piece, left.Length)], isFinalSegment: false);
                written?.Invoke();
            }
        });
        json.WriteBase64StringSegment([], isFinalSegment: true);
    }

    private static bool IsInBlobs(ref MessagePackReader reader, sbyte type) =>
        reader.NextMessagePackType == MessagePackType.Extension && reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode == type;

    private void Decode(Decoder decoder, ReadOnlySpan<byte> utf8, char[] chars, bool isLast)
    {
        try
        {
            do
            {
                var piece = utf8[..Math.Min(Piece, utf8.Length)];
                utf8 = utf8[piece.Length..];
                var length = decoder.GetChars(piece, chars, isLast);
                json.WriteStringValueSegment(chars.AsSpan(0, length), isLast);
                written?.Invoke();
            }
            while (!utf8.IsEmpty);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ValueFormatException("Recorded text is not valid UTF-8; the recording is damaged or forged.", exception);
        }
    }
}
