using System.Buffers;
using System.Globalization;
using System.Text;
using MessagePack;
using Reenact.Protection;

namespace Reenact.Values;

/// <summary>Prints values that hold no others.</summary>
internal static class ScalarText
{
    private const int MaxBytesShown = 16;

    /// <summary>Appends the next value, which is neither an array nor a map.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="reader">Where from.</param>
    /// <param name="context">Resolves long text and bytes. Where that fails, the place says so; the rest is printed all the same.</param>
    /// <param name="maxLength">How many characters of a text are shown.</param>
    /// <exception cref="ValueFormatException">There is more content than a writer writes.</exception>
    public static void Append(StringBuilder target, ref MessagePackReader reader, ValueReadContext context, int maxLength)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                target.Append("null");
                break;

            case MessagePackType.Boolean:
                target.Append(reader.ReadBoolean() ? "true" : "false");
                break;

            case MessagePackType.Integer when reader.NextCode == MessagePackCode.UInt64:
                target.Append(CultureInfo.InvariantCulture, $"{reader.ReadUInt64()}");
                break;

            case MessagePackType.Integer:
                target.Append(CultureInfo.InvariantCulture, $"{reader.ReadInt64()}");
                break;

            case MessagePackType.Float when reader.NextCode == MessagePackCode.Float32:
                target.Append(CultureInfo.InvariantCulture, $"{reader.ReadSingle()}");
                break;

            case MessagePackType.Float:
                target.Append(CultureInfo.InvariantCulture, $"{reader.ReadDouble()}");
                break;

            case MessagePackType.String:
                var text = reader.ReadStringSequence()!.Value;
                target.Append(TextEscape.Quote(text.IsSingleSegment ? text.FirstSpan : text.ToArray(), maxLength));
                break;

            case MessagePackType.Binary:
                var bytes = reader.ReadBytes()!.Value;
                AppendBytes(target, bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray(), bytes.Length);
                break;

            case MessagePackType.Extension:
                AppendExtension(target, reader.ReadExtensionFormat(), context, maxLength);
                break;

            default:
                throw UnexpectedValue.Error(ref reader, "a value");
        }
    }

    private static void AppendExtension(StringBuilder target, ExtensionResult extension, ValueReadContext context, int maxLength)
    {
        try
        {
            AppendKnown(target, extension, context, maxLength);
        }
        catch (ValueFormatException) when (!context.IsExhausted)
        {
            target.Append("<unreadable>");
        }
    }

    private static void AppendKnown(StringBuilder target, ExtensionResult extension, ValueReadContext context, int maxLength)
    {
        switch (extension.TypeCode)
        {
            case ValueExtensionType.TextInBlob:
                AppendLongText(target, extension.Data, context, maxLength);
                break;

            case ValueExtensionType.BytesInBlob:
                var start = BlobReference.LoadStart(extension.Data, context, out var length);
                AppendBytes(target, start.Span, length);
                break;

            case ValueExtensionType.InvalidText:
                target.Append(TextEscape.Quote(ValueText.DecodeInvalid(extension.Data), maxLength));
                break;

            case ValueExtensionType.JsonNumber:
                AppendJsonNumber(target, extension.Data.ToArray(), maxLength);
                break;

            case ValueExtensionType.Erased:
                target.Append("<erased>");
                break;

            case ValueExtensionType.KeyedHash:
                AppendHash(target, extension.Data.ToArray());
                break;

            case ValueExtensionType.Encrypted:
                var encrypted = EncryptedBody.Read(extension.Data);
                target.Append("<encrypted for ").Append(TextEscape.Message(encrypted.Role)).Append(", ");
                AppendHash(target, encrypted.Hash);
                target.Append('>');
                break;

            case ValueExtensionType.GrownList:
                target.Append("<a list that grew from one that can't be read>");
                break;

            default:
                target.Append(CultureInfo.InvariantCulture, $"<extension {extension.TypeCode}, {extension.Data.Length} bytes>");
                break;
        }
    }

    /// <summary>The hash, without what tells its key.</summary>
    private static void AppendHash(StringBuilder target, byte[] body)
    {
        if (body.Length < ValueHasher.Length)
            target.Append(body.Length == 0 ? "<not compared>" : $"<hash {Hex(body, body.Length)}>");
        else
            target.Append(CultureInfo.InvariantCulture, $"<hash {Convert.ToHexStringLower(body.AsSpan(ValueHasher.KeyIdLength))} under key {Convert.ToHexStringLower(body.AsSpan(0, ValueHasher.KeyIdLength))}>");
    }

    private static void AppendLongText(StringBuilder target, in ReadOnlySequence<byte> body, ValueReadContext context, int maxLength)
    {
        // A character takes at most four bytes, and one more than is shown tells that there is more.
        var text = BlobReference.LoadAtLeast(body, (maxLength + 1L) * 4, context);
        target.Append(TextEscape.Quote(text.Span, maxLength));
    }

    private static void AppendJsonNumber(StringBuilder target, byte[] number, int maxLength)
    {
        if (number.Length <= maxLength && JsonNumber.IsNumber(number))
            target.Append(Encoding.ASCII.GetString(number));
        else
            target.Append(CultureInfo.InvariantCulture, $"<number {TextEscape.Quote(number, maxLength)}>");
    }

    private static void AppendBytes(StringBuilder target, ReadOnlySpan<byte> start, long length) =>
        target.Append(CultureInfo.InvariantCulture, $"<{length} bytes{(length == 0 ? "" : " ")}{Hex(start, length)}>");

    private static string Hex(ReadOnlySpan<byte> start, long length)
    {
        var shown = start[..Math.Min(start.Length, MaxBytesShown)];
        return Convert.ToHexStringLower(shown) + (shown.Length < length ? "…" : "");
    }
}
