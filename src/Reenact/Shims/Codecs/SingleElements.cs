using MessagePack;

namespace Reenact.Shims;

/// <summary>A known number of single-precision numbers: an array.</summary>
internal static class SingleElements
{
    public static void Write(ref MessagePackWriter writer, scoped ReadOnlySpan<float> values, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, values.Length, context);
        foreach (var value in values)
            writer.Write(value);
        context.Leave();
    }

    public static void Read(ref MessagePackReader reader, scoped Span<float> values, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, values.Length, context);
        foreach (ref var value in values)
            value = SingleCodec.Read(ref reader, context);
        context.Leave();
    }
}
