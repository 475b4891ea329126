using Reenact.Events;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>Finds blobs by way of the index. Thread-safe.</summary>
internal sealed class BlobFinder(BlockCache blocks, RecordingIndex index) : IBlobSource
{
    public IRoleKeys? RoleKeys { get; set; }

    public ReadOnlyMemory<byte> Get(uint id)
    {
        try
        {
            return TryFind(id) ?? throw new ValueFormatException($"The recording has no blob {id}; it is damaged or forged.");
        }
        catch (RecordingException exception)
        {
            throw new ValueFormatException($"Blob {id} can't be read: {exception.MessageWithoutPath}", exception);
        }
    }

    /// <summary>Finds a blob.</summary>
    /// <returns>Its content, or null when there is no such blob.</returns>
    /// <exception cref="RecordingException">Its block is damaged, or can't be read.</exception>
    public ReadOnlyMemory<byte>? TryFind(uint id)
    {
        if (!index.Blobs.TryGetValue(id, out var sequence) || index.FindBlock(sequence) is var number && number < 0 || blocks.Read(number) is not { } block)
            return null;

        var bytes = block[(int)(sequence - block.FirstSequence)];
        var cursor = new MessagePackCursor(bytes.Span);
        return EventHead.TryRead(ref cursor, out var head) && head.Kind == EventKind.Blob
            && cursor.TryReadUInt32(out var found) && found == id
            && cursor.TryReadBinary(out var content)
            ? bytes.Slice(cursor.Position - content.Length, content.Length)
            : null;
    }
}
