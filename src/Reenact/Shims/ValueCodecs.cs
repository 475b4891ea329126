using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using MessagePack;
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
        AddValue<bool, BooleanCodec>();
        AddValue<byte, ByteCodec>();
        AddValue<sbyte, SByteCodec>();
        AddValue<short, Int16Codec>();
        AddValue<ushort, UInt16Codec>();
        AddValue<int, Int32Codec>();
        AddValue<uint, UInt32Codec>();
        AddValue<long, Int64Codec>();
        AddValue<ulong, UInt64Codec>();
        AddValue<Half, HalfCodec>();
        AddValue<float, SingleCodec>();
        AddValue<double, DoubleCodec>();
        AddValue<decimal, DecimalCodec>();
        AddValue<char, CharCodec>();
        AddValue<Guid, GuidCodec>();
        AddValue<DateTime, DateTimeCodec>();
        AddValue<DateTimeOffset, DateTimeOffsetCodec>();
        AddValue<DateOnly, DateOnlyCodec>();
        AddValue<TimeOnly, TimeOnlyCodec>();
        AddValue<TimeSpan, TimeSpanCodec>();
        AddValue<JsonElement, JsonElementCodec>();
        Add<string, StringCodec>();
        Add<Uri, UriCodec>();
        Add<Version, VersionCodec>();
        Add<byte[], ByteArrayCodec>();
    }

    /// <summary>Adds the codec of a type. The first one stays.</summary>
    public static void Add<T, TCodec>()
        where TCodec : IValueCodec<T> => Known.TryAdd(typeof(T), new Entry<T, TCodec>());

    internal static Entry<T> For<T>() =>
        Known.TryGetValue(typeof(T), out var entry)
            ? (Entry<T>)entry
            : throw new InvalidOperationException(
                $"There is no codec for {typeof(T)}: no project that is loaded names it where the generator sees it. " +
                $"Add [assembly: Recordable<{CodeName.Of(typeof(T))}>] to the project that has the type or makes the call.");

    internal static Entry<T>? Find<T>() => Known.TryGetValue(typeof(T), out var entry) ? (Entry<T>)entry : null;

    private static void AddValue<T, TCodec>()
        where T : struct
        where TCodec : IValueCodec<T>
    {
        Add<T, TCodec>();
        Add<T?, NullableCodec<T, TCodec>>();
    }

    internal abstract class Entry<T>
    {
        public abstract void Write(ref MessagePackWriter writer, T value, ValueWriteContext context);

        public abstract T Read(ref MessagePackReader reader, ValueReadContext context);

        public abstract T Capture(CallContext context, string name, Func<T> read);
    }

    private sealed class Entry<T, TCodec> : Entry<T>
        where TCodec : IValueCodec<T>
    {
        public override void Write(ref MessagePackWriter writer, T value, ValueWriteContext context) => TCodec.Write(ref writer, value, context);

        public override T Read(ref MessagePackReader reader, ValueReadContext context) => TCodec.Read(ref reader, context);

        public override T Capture(CallContext context, string name, Func<T> read) =>
            Deterministic.Capture<T, TCodec>(context, CaptureSource.Named, name, read);
    }
}
