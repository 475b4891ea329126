using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Text in recordings: UTF-8, inline when it is short, else in blobs. Text that is not valid UTF-16 stands inline as
/// its code units whatever its length; it is too rare to be worth a blob.
/// </summary>
internal static class ValueText
{
    private const int MaxFixStringLength = 31;

    // A UTF-16 code unit is at most three UTF-8 bytes (two of a surrogate pair are four).
    private const int MaxBytesPerChar = 3;

    private const int ShortAscii = 128;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value, ValueWriteContext context)
    {
        if (value.Length >= ValueLimits.BlobThreshold)
        {
            Store(ref writer, value, context);
            return;
        }

        // Most text is ASCII, so its length is that of its header guessed here; other text is moved when the guess was wrong.
        var header = value.Length <= MaxFixStringLength ? 1 : 2;
        var buffer = writer.GetSpan((value.Length * MaxBytesPerChar) + 2);
        if (Utf8.FromUtf16(value, buffer[header..], out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            WriteInvalid(ref writer, value);
            return;
        }

        if (length <= MaxFixStringLength)
        {
            buffer[0] = (byte)(MessagePackCode.MinFixStr | length);
            writer.Advance(length + 1);
        }
        else if (length < ValueLimits.BlobThreshold)
        {
            if (header == 1)
                buffer.Slice(1, length).CopyTo(buffer[2..]);
            buffer[0] = MessagePackCode.Str8;
            buffer[1] = (byte)length;
            writer.Advance(length + 2);
        }
        else
        {
            StoreCopy(ref writer, buffer.Slice(header, length), context);
        }
    }

    /// <summary>Writes text that is UTF-8 already, and valid.</summary>
    public static void WriteUtf8(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> value, ValueWriteContext context)
    {
        if (value.Length < ValueLimits.BlobThreshold)
            WriteInline(ref writer, value);
        else
            BlobReference.Store(ref writer, ValueExtensionType.TextInBlob, value, context);
    }

    public static string? Read(ref MessagePackReader reader, ValueReadContext context)
    {
        return IsShort(reader.NextCode) && reader.TryReadStringSpan(out var utf8) ? Decode(utf8) : ReadOther(ref reader, context);
    }

    /// <summary>Decodes UTF-8 that must be valid.</summary>
    /// <exception cref="ValueFormatException">It is not.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > ShortAscii)
            return DecodeStrictly(utf8);

        // Most text is short and ASCII: checked and widened in one pass.
        Span<char> text = stackalloc char[ShortAscii];
        return Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done ? new string(text[..length]) : DecodeStrictly(utf8);
    }

    /// <summary>Decodes the body of an <see cref="ValueExtensionType.InvalidText"/>.</summary>
    /// <exception cref="ValueFormatException">It has no whole number of code units.</exception>
    public static string DecodeInvalid(in ReadOnlySequence<byte> body)
    {
        if (body.Length % sizeof(char) != 0)
            throw new ValueFormatException("Recorded UTF-16 text ends within a code unit; the recording is damaged or forged.");

        var text = new char[body.Length / sizeof(char)];
        body.CopyTo(MemoryMarshal.AsBytes(text.AsSpan()));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<char, ushort>(text), MemoryMarshal.Cast<char, ushort>(text.AsSpan()));
        return new string(text);
    }

    /// <summary>Whether text of less than 256 bytes stands here, as nearly all text does that is no blob.</summary>
    private static bool IsShort(byte code) => code is (>= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr) or MessagePackCode.Str8;

    private static string DecodeStrictly(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ValueFormatException("Recorded text is not valid UTF-8; the recording is damaged or forged.", exception);
        }
    }

    private static string? ReadOther(ref MessagePackReader reader, ValueReadContext context)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return null;

            case MessagePackType.String:
                return reader.TryReadStringSpan(out var span)
                    ? Decode(span)
                    : Decode(reader.ReadStringSequence()!.Value.ToArray());

            case MessagePackType.Extension:
                var extension = reader.ReadExtensionFormat();
                return extension.TypeCode switch
                {
                    ValueExtensionType.TextInBlob => Decode(BlobReference.Load(extension.Data, context).Span),
                    ValueExtensionType.InvalidText => DecodeInvalid(extension.Data),
                    var type => throw UnexpectedValue.Error(type, "text"),
                };

            default:
                throw UnexpectedValue.Error(ref reader, "text");
        }
    }

    private static void WriteInline(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> value)
    {
        writer.WriteStringHeader(value.Length);
        value.CopyTo(writer.GetSpan(value.Length));
        writer.Advance(value.Length);
    }

    /// <summary>Stores text that was encoded into the writer's own buffer, where the reference goes next.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreCopy(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> utf8, ValueWriteContext context)
    {
        Span<byte> copy = stackalloc byte[ValueLimits.BlobThreshold * MaxBytesPerChar];
        utf8.CopyTo(copy);
        BlobReference.Store(ref writer, ValueExtensionType.TextInBlob, copy[..utf8.Length], context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Store(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value, ValueWriteContext context)
    {
        if (context.KeepsInline)
        {
            WriteLong(ref writer, value, context);
            return;
        }

        var size = (int)Math.Min(value.Length * (long)MaxBytesPerChar, ValueLimits.BlobPart);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            if (value.Length <= ValueLimits.BlobPart / MaxBytesPerChar)
            {
                if (Utf8.FromUtf16(value, buffer, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done)
                    BlobReference.Store(ref writer, ValueExtensionType.TextInBlob, buffer.AsSpan(0, length), context);
                else
                    WriteInvalid(ref writer, value);
            }
            else
            {
                StoreParts(ref writer, value, buffer.AsSpan(0, size), context);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes long text inline.</summary>
    private static void WriteLong(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value, ValueWriteContext context)
    {
        if (!IsValid(value))
        {
            WriteInvalid(ref writer, value);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        context.NoteContent(length);
        context.EndContent();
        writer.WriteStringHeader(length);
        Utf8.FromUtf16(value, writer.GetSpan(length), out _, out _);
        writer.Advance(length);
    }

    private static void StoreParts(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value, Span<byte> buffer, ValueWriteContext context)
    {
        // Checked first, so that nothing is stored of text that turns out not to be valid.
        if (!IsValid(value))
        {
            WriteInvalid(ref writer, value);
            return;
        }

        var parts = new List<uint>();
        while (!value.IsEmpty)
        {
            Utf8.FromUtf16(value, buffer, out var read, out var written, replaceInvalidSequences: false);
            parts.Add(context.Store(buffer[..written]));
            value = value[read..];
        }

        context.EndContent();
        BlobReference.Write(ref writer, ValueExtensionType.TextInBlob, CollectionsMarshal.AsSpan(parts));
    }

    private static bool IsValid(ReadOnlySpan<char> value)
    {
        while (value.IndexOfAnyInRange('\uD800', '\uDFFF') is var index and >= 0)
        {
            if (index + 1 == value.Length || !char.IsSurrogatePair(value[index], value[index + 1]))
                return false;

            value = value[(index + 2)..];
        }

        return true;
    }

    private static void WriteInvalid(ref MessagePackWriter writer, scoped ReadOnlySpan<char> value)
    {
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.InvalidText, checked((uint)value.Length * sizeof(char))));
        foreach (var unit in value)
        {
            var target = writer.GetSpan(sizeof(char));
            BinaryPrimitives.WriteUInt16LittleEndian(target, unit);
            writer.Advance(sizeof(char));
        }
    }
}
