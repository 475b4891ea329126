using System.Buffers;
using System.Runtime.InteropServices;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// A reference to content in blobs: an extension value whose body is the ids of the content's parts, as MessagePack
/// unsigned integers one after the other.
/// </summary>
internal static class BlobReference
{
    /// <summary>Writes a reference.</summary>
    public static void Write(ref MessagePackWriter writer, sbyte type, scoped ReadOnlySpan<uint> parts)
    {
        var length = 0;
        foreach (var part in parts)
            length += MessagePackWriter.GetEncodedLength((ulong)part);

        writer.WriteExtensionFormatHeader(new ExtensionHeader(type, (uint)length));
        foreach (var part in parts)
            writer.Write(part);
    }

    /// <summary>Stores bytes in parts and writes the reference to them.</summary>
    public static void Store(ref MessagePackWriter writer, sbyte type, scoped ReadOnlySpan<byte> content, ValueWriteContext context)
    {
        if (context.KeepsInline)
        {
            context.NoteContent(content.Length);
            context.EndContent();
            WriteInline(ref writer, type, content);
            return;
        }

        if (content.Length <= ValueLimits.BlobPart)
        {
            var part = context.Store(content);
            context.EndContent();
            Write(ref writer, type, [part]);
            return;
        }

        var parts = new List<uint>((content.Length / ValueLimits.BlobPart) + 1);
        while (!content.IsEmpty)
        {
            var length = PartLength(type, content);
            parts.Add(context.Store(content[..length]));
            content = content[length..];
        }

        context.EndContent();
        Write(ref writer, type, CollectionsMarshal.AsSpan(parts));
    }

    /// <summary>Loads the content that a reference's body names.</summary>
    /// <exception cref="ValueFormatException">The body is no list of ids, or a blob is missing.</exception>
    public static ReadOnlyMemory<byte> Load(in ReadOnlySequence<byte> body, ValueReadContext context)
    {
        var reader = new MessagePackReader(body);
        var content = context.Load(ReadId(ref reader));
        if (!reader.End)
            content = LoadRest(content, ref reader, context);

        context.EndContent();
        return content;
    }

    /// <summary>Loads the first parts of the content that a reference's body names, as many as it takes for a length.</summary>
    /// <param name="body">The reference's body.</param>
    /// <param name="length">How many bytes are wanted; there are more when parts are longer, and fewer when there is no more.</param>
    /// <param name="context">Finds the parts.</param>
    /// <exception cref="ValueFormatException">The body is no list of ids, or a blob is missing.</exception>
    public static ReadOnlyMemory<byte> LoadAtLeast(in ReadOnlySequence<byte> body, long length, ValueReadContext context)
    {
        var reader = new MessagePackReader(body);
        var start = context.Load(ReadId(ref reader));
        if (start.Length < length && !reader.End)
        {
            var parts = new ArrayBufferWriter<byte>(start.Length * 2);
            parts.Write(start.Span);
            while (parts.WrittenCount < length && !reader.End)
                parts.Write(context.Load(ReadId(ref reader)).Span);
            start = parts.WrittenMemory;
        }

        context.EndContent();
        return start;
    }

    /// <summary>Visits the parts of the content that a reference's body names, one after the other.</summary>
    /// <exception cref="ValueFormatException">The body is no list of ids, or a blob is missing.</exception>
    public static void Visit(in ReadOnlySequence<byte> body, ValueReadContext context, Action<ReadOnlyMemory<byte>> part)
    {
        var reader = new MessagePackReader(body);
        do
            part(context.Load(ReadId(ref reader)));
        while (!reader.End);

        context.EndContent();
    }

    /// <summary>Loads the first part of the content that a reference's body names, and tells the length of all.</summary>
    /// <exception cref="ValueFormatException">The body is no list of ids, or a blob is missing.</exception>
    public static ReadOnlyMemory<byte> LoadStart(in ReadOnlySequence<byte> body, ValueReadContext context, out long length)
    {
        var reader = new MessagePackReader(body);
        var start = context.Load(ReadId(ref reader));
        length = start.Length;
        while (!reader.End)
            length += context.Load(ReadId(ref reader)).Length;

        context.EndContent();
        return start;
    }

    private static void WriteInline(ref MessagePackWriter writer, sbyte type, scoped ReadOnlySpan<byte> content)
    {
        if (type == ValueExtensionType.TextInBlob)
            writer.WriteStringHeader(content.Length);
        else
            writer.WriteBinHeader(content.Length);
        content.CopyTo(writer.GetSpan(content.Length));
        writer.Advance(content.Length);
    }

    private static byte[] LoadRest(ReadOnlyMemory<byte> first, ref MessagePackReader reader, ValueReadContext context)
    {
        var content = new ArrayBufferWriter<byte>(Math.Max(first.Length * 2, 1));
        content.Write(first.Span);
        while (!reader.End)
            content.Write(context.Load(ReadId(ref reader)).Span);

        return content.WrittenSpan.ToArray();
    }

    private static uint ReadId(ref MessagePackReader reader)
    {
        try
        {
            return reader.ReadUInt32();
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            throw new ValueFormatException("A recorded value refers to content in blobs, but not by the ids of blobs.", exception);
        }
    }

    /// <summary>Text is split between characters, so that it has the same parts whether it came as UTF-16 or as UTF-8.</summary>
    private static int PartLength(sbyte type, scoped ReadOnlySpan<byte> content)
    {
        if (content.Length <= ValueLimits.BlobPart)
            return content.Length;

        var length = ValueLimits.BlobPart;
        if (type == ValueExtensionType.TextInBlob)
        {
            while ((content[length] & 0b1100_0000) == 0b1000_0000)
                length--;
        }

        return length;
    }
}
