using System.Buffers;
using System.Text;
using MessagePack;
using Reenact.Values;

namespace Reenact.Protection;

/// <summary>
/// Gives all text of encoded values to the functions that take secrets out. Values come with all content inline; what is long leaves as blobs, or
/// stays inline where values are compared. Thread-safe.
/// </summary>
internal sealed class Scrubber
{
    private readonly Func<string, string>[] functions;

    private Scrubber(Func<string, string>[] functions, int window)
    {
        this.functions = functions;
        Window = window;
    }

    /// <summary>How many characters of a stream's text are searched together.</summary>
    public int Window { get; }

    /// <summary>Null where there is nothing to take out.</summary>
    /// <exception cref="ArgumentException">A function is null, or the window is negative.</exception>
    public static Scrubber? Of(RedactionOptions? options)
    {
        if (options is null or { Scrubbers.Count: 0 })
        {
            return null;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(options.StreamWindow);
        return options.Scrubbers.Any(static function => function is null)
            ? throw new ArgumentException("A function of RedactionOptions.Scrubbers is null.")
            : new Scrubber([.. options.Scrubbers], options.StreamWindow);
    }

    /// <summary>Takes secrets out of a text. Of a text that a function fails over nothing is left: neither the session nor the secret may suffer from it.</summary>
    public string Scrub(string text)
    {
        foreach (var function in functions)
        {
            try
            {
                text = function(text) ?? "<not recorded: a scrubber returned null>";
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Its message may repeat the text.
                return $"<not recorded: a scrubber threw {Shims.CodeName.Of(exception.GetType())}>";
            }
        }

        return text;
    }

    /// <summary>Takes secrets out of values, one after the other.</summary>
    /// <param name="values">The values.</param>
    /// <param name="context">Where long content goes.</param>
    /// <param name="joinsElements">Whether texts at the same place of an array's elements are searched together, too.</param>
    public ReadOnlyMemory<byte> Values(ReadOnlyMemory<byte> values, ValueWriteContext context, bool joinsElements = false)
    {
        if (joinsElements)
        {
            values = JoinedTexts.InArrays(this, values);
        }

        var buffer = new ArrayBufferWriter<byte>(values.Length + 64);
        var writer = new MessagePackWriter(buffer);
        var reader = new MessagePackReader(values);
        while (!reader.End)
        {
            Copy(ref reader, ref writer, context);
        }

        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Copies a value; as deep as an encoder nests, and no deeper.</summary>
    private void Copy(ref MessagePackReader reader, ref MessagePackWriter writer, ValueWriteContext context)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                var count = reader.ReadArrayHeader();
                writer.WriteArrayHeader(count);
                for (; count > 0; count--)
                {
                    Copy(ref reader, ref writer, context);
                }

                break;
            case MessagePackType.Map:
                var entries = reader.ReadMapHeader();
                writer.WriteMapHeader(entries);
                for (; entries > 0; entries--)
                {
                    CopyKey(ref reader, ref writer, context);
                    Copy(ref reader, ref writer, context);
                }

                break;
            case MessagePackType.String:
                context.WriteText(ref writer, Scrub(Encoding.UTF8.GetString(reader.ReadStringSequence()!.Value)));
                break;
            case MessagePackType.Binary:
                var bytes = reader.ReadBytes()!.Value;
                context.WriteBytes(ref writer, bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray());
                break;
            case MessagePackType.Extension when reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode == ValueExtensionType.InvalidText:
                context.WriteText(ref writer, Scrub(ValueText.DecodeInvalid(reader.ReadExtensionFormat().Data)));
                break;
            default:
                var start = reader.Position;
                reader.Skip();
                writer.WriteRaw(reader.Sequence.Slice(start, reader.Position));
                break;
        }
    }

    /// <summary>Names of members are always inline, however long they are.</summary>
    private void CopyKey(ref MessagePackReader reader, ref MessagePackWriter writer, ValueWriteContext context)
    {
        if (reader.NextMessagePackType != MessagePackType.String)
        {
            Copy(ref reader, ref writer, context);
            return;
        }

        var name = Encoding.UTF8.GetString(reader.ReadStringSequence()!.Value);
        var scrubbed = Scrub(name);
        if (ReferenceEquals(name, scrubbed) || name == scrubbed)
        {
            writer.Write(name);
        }
        else
        {
            context.WriteText(ref writer, scrubbed);
        }
    }
}
