using System.Buffers;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>
/// The blobs of two recordings under common ids: equal content has one id, so that equal values are equal bytes, and content that both
/// have is never loaded to be compared. Not thread-safe.
/// </summary>
internal sealed class SharedBlobs : IBlobSource
{
    private readonly Dictionary<ContentHash, uint> ids = [];
    private readonly List<Shared> shared = [];

    /// <summary>What a recording's values refer to.</summary>
    public sealed class Side
    {
        private readonly SharedBlobs all;
        private readonly Dictionary<uint, uint> known = [];

        internal Side(SharedBlobs all) => this.all = all;

        /// <summary>Where the content of these blobs is; known once a value was met.</summary>
        internal IBlobSource? Source { get; private set; }

        /// <summary>Learns of a blob.</summary>
        public void Add(BlobEvent blob)
        {
            if (blob.Id is > 0 and <= uint.MaxValue)
            {
                known.TryAdd((uint)blob.Id, all.IdOf(blob.Content.Span, this, (uint)blob.Id));
            }
        }

        /// <summary>A value with common ids in place of the recording's.</summary>
        /// <param name="value">A value that is not absent.</param>
        /// <param name="sketch">Gets what it is made of.</param>
        public EncodedValue Translate(RecordedValue value, FeatureSketch? sketch = null)
        {
            Source ??= value.Blobs;
            return new EncodedValue(Translate(value.Bytes, sketch), all);
        }

        private ReadOnlyMemory<byte> Translate(ReadOnlyMemory<byte> value, FeatureSketch? sketch)
        {
            var cursor = new MessagePackCursor(value.Span);
            ArrayBufferWriter<byte>? translated = null;
            var done = 0;
            while (!cursor.AtEnd)
            {
                var start = cursor.Position;
                if (cursor.TryReadExtension(out var type, out var body) && type is ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob)
                {
                    translated ??= new ArrayBufferWriter<byte>(value.Length + 16);
                    translated.Write(value.Span[done..start]);
                    Translate(type, body, translated, sketch);
                    done = cursor.Position;
                    continue;
                }

                cursor.Position = start;
                if (sketch is not null && cursor.TryReadText(out var text))
                {
                    sketch.AddText(text);
                    continue;
                }

                if (!cursor.TryStep(out var count))
                {
                    break; // Comparing it says that it is damaged.
                }

                if (count == 0)
                {
                    sketch?.Add(value.Span[start..cursor.Position]);
                }
            }

            if (translated is null)
            {
                return value;
            }

            translated.Write(value.Span[done..]);
            return translated.WrittenMemory;
        }

        private void Translate(sbyte type, ReadOnlySpan<byte> parts, ArrayBufferWriter<byte> target, FeatureSketch? sketch)
        {
            var ids = new List<uint>(1);
            var cursor = new MessagePackCursor(parts);
            while (cursor.TryReadUInt32(out var id))
            {
                var shared = known.GetValueOrDefault(id, uint.MaxValue);
                ids.Add(shared);
                if (sketch is not null && shared < all.shared.Count)
                {
                    sketch.Add(all.shared[(int)shared].Sketch);
                }
            }

            var writer = new MessagePackWriter(target);
            BlobReference.Write(ref writer, type, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids));
            writer.Flush();
        }
    }

    public Side AddSide() => new(this);

    public ReadOnlyMemory<byte> Get(uint id) => id < shared.Count
        ? (shared[(int)id].Side.Source ?? throw new ValueFormatException("A recorded value refers to a blob that the recording does not have.")).Get(shared[(int)id].Id)
        : throw new ValueFormatException("A recorded value refers to a blob that the recording does not have.");

    private uint IdOf(ReadOnlySpan<byte> content, Side side, uint id)
    {
        var hash = ContentHash.Of(content);
        if (!ids.TryGetValue(hash, out var common))
        {
            common = (uint)shared.Count;
            ids.Add(hash, common);
            var sketch = new FeatureSketch();
            sketch.AddText(content);
            shared.Add(new Shared(side, id, sketch.ToArray()));
        }

        return common;
    }

    private readonly record struct Shared(Side Side, uint Id, ulong[] Sketch);
}
