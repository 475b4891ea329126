using System.Collections.Concurrent;
using System.ComponentModel;
using Reenact.Determinism;
using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>The codecs by type, for code that knows a type only as a type argument. Filled by emitted code. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ValueCodecs
{
    private static readonly ConcurrentDictionary<Type, object> Known = new();

    static ValueCodecs()
    {
        Add<bool, BooleanCodec>();
        Add<int, Int32Codec>();
        Add<long, Int64Codec>();
        Add<double, DoubleCodec>();
        Add<decimal, DecimalCodec>();
        Add<string, StringCodec>();
        Add<Guid, GuidCodec>();
        Add<DateTime, DateTimeCodec>();
        Add<DateTimeOffset, DateTimeOffsetCodec>();
        Add<DateOnly, DateOnlyCodec>();
        Add<TimeOnly, TimeOnlyCodec>();
        Add<TimeSpan, TimeSpanCodec>();
        Add<byte[], ByteArrayCodec>();
    }

    /// <summary>Adds the codec of a type. The first one stays.</summary>
    public static void Add<T, TCodec>()
        where TCodec : IValueCodec<T> => Known.TryAdd(typeof(T), new Entry<T, TCodec>());

    internal static Entry<T> For<T>() =>
        Known.TryGetValue(typeof(T), out var entry)
            ? (Entry<T>)entry
            : throw new InvalidOperationException(
                $"There is no codec for {typeof(T)}. Use the type in the signature of a [Recorded] method of this project, or call Capture<T, TCodec> with a codec of your own.");

    internal abstract class Entry<T>
    {
        public abstract T Capture(CallContext context, string name, Func<T> read);
    }

    private sealed class Entry<T, TCodec> : Entry<T>
        where TCodec : IValueCodec<T>
    {
        public override T Capture(CallContext context, string name, Func<T> read) =>
            Deterministic.Capture<T, TCodec>(context, CaptureSource.Named, name, read);
    }
}
