using Reenact.Events;

namespace Reenact.Format;

/// <summary>Finds what lists grew from by way of the index. Thread-safe.</summary>
internal sealed class ListFinder(EventSource source) : IListSource
{
    private readonly WholeLists whole = new();

    public WholeList? FindWhole(long sequence, int place) => whole.Find(sequence, place);

    public void Keep(long sequence, int place, WholeList list) => whole.Keep(sequence, place, list);

    public ReadOnlyMemory<byte> FindArgument(long sequence, int place)
    {
        var bytes = source.BytesOf(sequence);
        var cursor = new MessagePackCursor(bytes.Span);
        if (bytes.IsEmpty || !EventHead.TryRead(ref cursor, out var head) || head.Kind != EventKind.CallStarted
            || !cursor.TrySkip(BlockLayout.MaxDepth) || !cursor.TrySkip(BlockLayout.MaxDepth))
        {
            return default;
        }

        var start = cursor.Position;
        if (!cursor.TrySkip(BlockLayout.MaxDepth))
        {
            return default;
        }

        var arguments = ValueInBlob.Resolve(bytes[start..cursor.Position], source.Blobs);
        var elements = new MessagePackCursor(arguments.Span);
        if (!elements.TryReadArrayHeader(out var count) || place >= count)
        {
            return default;
        }

        for (; place > 0; place--)
        {
            if (!elements.TrySkip(BlockLayout.MaxDepth))
            {
                return default;
            }
        }

        start = elements.Position;
        return elements.TrySkip(BlockLayout.MaxDepth) ? ValueInBlob.Resolve(arguments[start..elements.Position], source.Blobs) : default;
    }
}
