using System.Runtime.InteropServices;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Recorders;

/// <summary>Stores content once per recording, by its SHA-256. Thread-safe.</summary>
internal sealed class BlobTable(EventLog log, SessionClock clock, ResumePoint? from = null) : IBlobSink
{
    private const int LargestHead = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<ContentHash, uint> ids = from?.Blobs ?? [];
    private uint last = from?.LastBlob ?? 0;

    public uint Store(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        lock (gate)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(ids, hash, out var known);
            if (!known)
            {
                id = ++last;
                Append(id, content);
            }

            return id;
        }
    }

    private void Append(uint id, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[LargestHead];
        var length = 0;
        MessagePackPrimitives.TryWriteArrayHeader(head, 5, out var step);
        length += step;
        MessagePackPrimitives.TryWrite(head[length..], (byte)EventKind.Blob, out step);
        length += step;
        MessagePackPrimitives.TryWrite(head[length..], clock.Now, out step);
        length += step;
        MessagePackPrimitives.TryWrite(head[length..], (byte)0, out step);
        length += step;
        MessagePackPrimitives.TryWrite(head[length..], id, out step);
        length += step;
        MessagePackPrimitives.TryWriteBinHeader(head[length..], (uint)content.Length, out step);
        length += step;
        log.Append(head[..length], content);
    }
}
