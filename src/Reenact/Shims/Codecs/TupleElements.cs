using MessagePack;

namespace Reenact.Shims;

/// <summary>The headers of arrays with a known number of elements.</summary>
internal static class TupleElements
{
    public static void Begin(ref MessagePackWriter writer, int count, ValueWriteContext context)
    {
        context.Enter(ref writer, null);
        writer.WriteArrayHeader(count);
    }

    public static void Begin(ref MessagePackReader reader, int count, ValueReadContext context)
    {
        context.Enter();
        var found = reader.ReadArrayHeader();
        if (found != count)
            throw new ValueFormatException($"A recorded tuple has {found} elements; expected {count}.");
    }
}
