using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Values;

/// <summary>The codecs that <c>Reenact.Shims</c> has: those of <c>docs/emitted-code.md</c>.</summary>
internal static class RuntimeCodecs
{
    private const string Shims = "global::Reenact.Shims.";

    private static readonly Dictionary<SpecialType, string> Special = new()
    {
        [SpecialType.System_Boolean] = "BooleanCodec",
        [SpecialType.System_Byte] = "ByteCodec",
        [SpecialType.System_SByte] = "SByteCodec",
        [SpecialType.System_Int16] = "Int16Codec",
        [SpecialType.System_UInt16] = "UInt16Codec",
        [SpecialType.System_Int32] = "Int32Codec",
        [SpecialType.System_UInt32] = "UInt32Codec",
        [SpecialType.System_Int64] = "Int64Codec",
        [SpecialType.System_UInt64] = "UInt64Codec",
        [SpecialType.System_Single] = "SingleCodec",
        [SpecialType.System_Double] = "DoubleCodec",
        [SpecialType.System_Decimal] = "DecimalCodec",
        [SpecialType.System_Char] = "CharCodec",
        [SpecialType.System_String] = "StringCodec",
        [SpecialType.System_DateTime] = "DateTimeCodec",
        [SpecialType.System_IntPtr] = "IntPtrCodec",
        [SpecialType.System_UIntPtr] = "UIntPtrCodec",
    };

    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["System.Guid"] = "GuidCodec",
        ["System.DateTimeOffset"] = "DateTimeOffsetCodec",
        ["System.DateOnly"] = "DateOnlyCodec",
        ["System.TimeOnly"] = "TimeOnlyCodec",
        ["System.TimeSpan"] = "TimeSpanCodec",
        ["System.Uri"] = "UriCodec",
        ["System.Version"] = "VersionCodec",
        ["System.Half"] = "HalfCodec",
        ["System.Int128"] = "Int128Codec",
        ["System.UInt128"] = "UInt128Codec",
        ["System.Index"] = "IndexCodec",
        ["System.Range"] = "RangeCodec",
        ["System.TimeZoneInfo"] = "TimeZoneInfoCodec",
        ["System.Collections.BitArray"] = "BitArrayCodec",
        ["System.Drawing.Color"] = "ColorCodec",
        ["System.Drawing.Point"] = "PointCodec",
        ["System.Drawing.PointF"] = "PointFCodec",
        ["System.Drawing.Rectangle"] = "RectangleCodec",
        ["System.Drawing.RectangleF"] = "RectangleFCodec",
        ["System.Drawing.Size"] = "SizeCodec",
        ["System.Drawing.SizeF"] = "SizeFCodec",
        ["System.Globalization.CultureInfo"] = "CultureInfoCodec",
        ["System.Net.IPAddress"] = "IPAddressCodec",
        ["System.Net.IPEndPoint"] = "IPEndPointCodec",
        ["System.Numerics.BigInteger"] = "BigIntegerCodec",
        ["System.Numerics.Complex"] = "ComplexCodec",
        ["System.Numerics.Vector2"] = "Vector2Codec",
        ["System.Numerics.Vector3"] = "Vector3Codec",
        ["System.Numerics.Vector4"] = "Vector4Codec",
        ["System.Text.Rune"] = "RuneCodec",
        ["System.Text.StringBuilder"] = "StringBuilderCodec",
        ["System.Text.Json.JsonElement"] = "JsonElementCodec",
        ["System.Text.Json.JsonDocument"] = "JsonDocumentCodec",
        ["System.Text.Json.Nodes.JsonArray"] = "JsonArrayCodec",
        ["System.Text.Json.Nodes.JsonNode"] = "JsonNodeCodec",
        ["System.Text.Json.Nodes.JsonObject"] = "JsonObjectCodec",
        ["System.Text.Json.Nodes.JsonValue"] = "JsonValueCodec",
    };

    private static readonly Dictionary<string, string> Generic = new(StringComparer.Ordinal)
    {
        ["System.Nullable`1"] = "NullableCodec",
        ["System.Memory`1"] = "MemoryCodec",
        ["System.ReadOnlyMemory`1"] = "ReadOnlyMemoryCodec",
        ["System.Collections.Generic.List`1"] = "ListCodec",
        ["System.Collections.Immutable.ImmutableArray`1"] = "ImmutableArrayCodec",
        ["System.Collections.Immutable.ImmutableList`1"] = "ImmutableListCodec",
        ["System.Collections.Immutable.ImmutableHashSet`1"] = "ImmutableHashSetCodec",
        ["System.Collections.Immutable.ImmutableSortedSet`1"] = "ImmutableSortedSetCodec",
        ["System.Collections.Immutable.ImmutableQueue`1"] = "ImmutableQueueCodec",
        ["System.Collections.Immutable.ImmutableStack`1"] = "ImmutableStackCodec",
        ["System.Collections.Immutable.ImmutableDictionary`2"] = "ImmutableDictionaryCodec",
        ["System.Collections.Immutable.ImmutableSortedDictionary`2"] = "ImmutableSortedDictionaryCodec",
        ["System.Collections.Immutable.IImmutableList`1"] = "ImmutableListInterfaceCodec",
        ["System.Collections.Immutable.IImmutableSet`1"] = "ImmutableSetInterfaceCodec",
        ["System.Collections.Immutable.IImmutableQueue`1"] = "ImmutableQueueInterfaceCodec",
        ["System.Collections.Immutable.IImmutableStack`1"] = "ImmutableStackInterfaceCodec",
        ["System.Collections.Immutable.IImmutableDictionary`2"] = "ImmutableDictionaryInterfaceCodec",
        ["System.Collections.Frozen.FrozenSet`1"] = "FrozenSetCodec",
        ["System.Collections.Frozen.FrozenDictionary`2"] = "FrozenDictionaryCodec",
        ["System.Collections.Concurrent.ConcurrentQueue`1"] = "ConcurrentQueueCodec",
        ["System.Collections.Concurrent.ConcurrentStack`1"] = "ConcurrentStackCodec",
        ["System.Collections.Concurrent.ConcurrentBag`1"] = "ConcurrentBagCodec",
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = "ConcurrentDictionaryCodec",
        ["System.Collections.Generic.IEnumerable`1"] = "EnumerableCodec",
        ["System.Collections.Generic.ICollection`1"] = "CollectionInterfaceCodec",
        ["System.Collections.Generic.IList`1"] = "ListInterfaceCodec",
        ["System.Collections.Generic.IReadOnlyCollection`1"] = "ReadOnlyCollectionInterfaceCodec",
        ["System.Collections.Generic.IReadOnlyList`1"] = "ReadOnlyListInterfaceCodec",
        ["System.Collections.Generic.HashSet`1"] = "HashSetCodec",
        ["System.Collections.Generic.SortedSet`1"] = "SortedSetCodec",
        ["System.Collections.Generic.ISet`1"] = "SetInterfaceCodec",
        ["System.Collections.Generic.IReadOnlySet`1"] = "ReadOnlySetInterfaceCodec",
        ["System.Collections.Generic.Queue`1"] = "QueueCodec",
        ["System.Collections.Generic.Stack`1"] = "StackCodec",
        ["System.Collections.Generic.LinkedList`1"] = "LinkedListCodec",
        ["System.Collections.ObjectModel.Collection`1"] = "CollectionCodec",
        ["System.Collections.ObjectModel.ReadOnlyCollection`1"] = "ReadOnlyCollectionCodec",
        ["System.Collections.ObjectModel.ReadOnlySet`1"] = "ReadOnlySetCodec",
        ["System.Collections.ObjectModel.ObservableCollection`1"] = "ObservableCollectionCodec",
        ["System.Collections.ObjectModel.ReadOnlyObservableCollection`1"] = "ReadOnlyObservableCollectionCodec",
        ["System.Collections.Generic.PriorityQueue`2"] = "PriorityQueueCodec",
        ["System.Collections.Generic.OrderedDictionary`2"] = "OrderedDictionaryCodec",
        ["System.Collections.Generic.Dictionary`2"] = "DictionaryCodec",
        ["System.Collections.Generic.SortedDictionary`2"] = "SortedDictionaryCodec",
        ["System.Collections.Generic.SortedList`2"] = "SortedListCodec",
        ["System.Collections.Generic.IDictionary`2"] = "DictionaryInterfaceCodec",
        ["System.Collections.Generic.IReadOnlyDictionary`2"] = "ReadOnlyDictionaryInterfaceCodec",
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = "ReadOnlyDictionaryCodec",
        ["System.Collections.Generic.KeyValuePair`2"] = "KeyValuePairCodec",
    };

    /// <summary>The codec of <c>byte[]</c>.</summary>
    public const string ByteArray = Shims + "ByteArrayCodec";

    /// <summary>The codec of an array, but of <c>byte[]</c>; null when it has too many dimensions.</summary>
    public static string? OfArray(int dimensions) => dimensions switch
    {
        1 => Shims + "ArrayCodec",
        2 or 3 or 4 => $"{Shims}Array{dimensions}Codec",
        _ => null,
    };

    /// <summary>The codec of a stream that a method returns; streams are no values elsewhere.</summary>
    public static string StreamContent(string type) => $"{Shims}StreamContentCodec<{type}>";

    /// <summary>The codec of a type parameter's type, looked up where the program runs.</summary>
    public const string Registered = Shims + "RegisteredCodec";

    /// <summary>The codec of a type that is recorded as another one.</summary>
    public const string Converted = Shims + "ConvertedCodec";

    /// <summary>The codec of a type that is no generic one; null when the runtime has none.</summary>
    public static string? Of(INamedTypeSymbol type, string fullName) =>
        Special.TryGetValue(type.SpecialType, out var codec) || Named.TryGetValue(fullName, out codec) ? Shims + codec : null;

    /// <summary>The codec of a generic type, without its type arguments: the type's, then their codecs. Null when the runtime has none.</summary>
    public static string? OfGeneric(INamedTypeSymbol type, string fullName)
    {
        if (Generic.TryGetValue(fullName, out var codec))
        {
            if (type.Arity != 1 || type.TypeArguments[0].SpecialType != SpecialType.System_Byte)
                return Shims + codec;

            return Shims + codec switch
            {
                "MemoryCodec" => "ByteMemoryCodec",
                "ReadOnlyMemoryCodec" => "ReadOnlyByteMemoryCodec",
                _ => codec,
            };
        }

        return fullName switch
        {
            "System.ValueTuple`8" => Shims + "ValueTupleRestCodec",
            _ when fullName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) => $"{Shims}ValueTuple{type.Arity}Codec",
            "System.Tuple`8" => Shims + "TupleRestCodec",
            _ when fullName.StartsWith("System.Tuple`", StringComparison.Ordinal) => $"{Shims}Tuple{type.Arity}Codec",
            _ => null,
        };
    }

    /// <summary>Whether a generic codec takes no type arguments although its type does.</summary>
    public static bool IsClosed(string codec) => codec.EndsWith("ByteMemoryCodec", StringComparison.Ordinal);
}
