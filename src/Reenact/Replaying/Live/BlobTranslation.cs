using System.Buffers;
using MessagePack;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// Makes values of one recording values of another: what they have in blobs is stored there, once, and their references lead to it. Thread-safe.
/// </summary>
/// <param name="source">The blobs that values refer to.</param>
/// <param name="target">The recording that gets them.</param>
internal sealed class BlobTranslation(IBlobSource source, IBlobSink target)
{
    private readonly Lock gate = new();
    private readonly Dictionary<uint, uint> known = [];

    /// <summary>Translates a run of MessagePack values; gives the same bytes where they refer to no blob.</summary>
    /// <exception cref="ValueFormatException">They refer to a blob that the recording does not have.</exception>
    public ReadOnlyMemory<byte> Translate(ReadOnlyMemory<byte> values)
    {
        var reader = new MessagePackReader(values);
        ArrayBufferWriter<byte>? translated = null;
        var copied = 0;
        while (!reader.End)
        {
            switch (reader.NextMessagePackType)
            {
                // What is inside follows, so that no nesting needs a stack.
                case MessagePackType.Array:
                    reader.ReadArrayHeader();
                    break;
                case MessagePackType.Map:
                    reader.ReadMapHeader();
                    break;
                case MessagePackType.Extension:
                    var start = (int)reader.Consumed;
                    var extension = reader.ReadExtensionFormat();
                    if (extension.TypeCode is ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob or ValueExtensionType.ValueInBlob)
                    {
                        translated ??= new ArrayBufferWriter<byte>(values.Length + 16);
                        translated.Write(values.Span[copied..start]);
                        Write(translated, extension);
                        copied = (int)reader.Consumed;
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (translated is null)
        {
            return values;
        }

        translated.Write(values.Span[copied..]);
        return translated.WrittenMemory;
    }

    private void Write(ArrayBufferWriter<byte> output, ExtensionResult reference)
    {
        var ids = new List<uint>();
        var reader = new MessagePackReader(reference.Data);
        while (!reader.End)
        {
            ids.Add(IdOf(reader.ReadUInt32()));
        }

        var writer = new MessagePackWriter(output);
        BlobReference.Write(ref writer, reference.TypeCode, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids));
        writer.Flush();
    }

    private uint IdOf(uint id)
    {
        lock (gate)
        {
            if (!known.TryGetValue(id, out var translated))
            {
                known[id] = translated = target.Store(source.Get(id).Span);
            }

            return translated;
        }
    }
}
