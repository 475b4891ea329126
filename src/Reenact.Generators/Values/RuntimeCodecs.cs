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
        ["System.Text.Json.JsonElement"] = "JsonElementCodec",
    };

    private static readonly Dictionary<string, string> Generic = new(StringComparer.Ordinal)
    {
        ["System.Nullable`1"] = "NullableCodec",
        ["System.Memory`1"] = "MemoryCodec",
        ["System.ReadOnlyMemory`1"] = "ReadOnlyMemoryCodec",
        ["System.Collections.Generic.List`1"] = "ListCodec",
        ["System.Collections.Immutable.ImmutableArray`1"] = "ImmutableArrayCodec",
        ["System.Collections.Immutable.ImmutableList`1"] = "ImmutableListCodec",
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
        ["System.Collections.Generic.Dictionary`2"] = "DictionaryCodec",
        ["System.Collections.Generic.SortedDictionary`2"] = "SortedDictionaryCodec",
        ["System.Collections.Generic.SortedList`2"] = "SortedListCodec",
        ["System.Collections.Generic.IDictionary`2"] = "DictionaryInterfaceCodec",
        ["System.Collections.Generic.IReadOnlyDictionary`2"] = "ReadOnlyDictionaryInterfaceCodec",
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = "ReadOnlyDictionaryCodec",
        ["System.Collections.Generic.KeyValuePair`2"] = "KeyValuePairCodec",
    };

    /// <summary>The codec of an array with elements of any type but <c>byte</c>.</summary>
    public const string Array = Shims + "ArrayCodec";

    /// <summary>The codec of <c>byte[]</c>.</summary>
    public const string ByteArray = Shims + "ByteArrayCodec";

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
            "System.Tuple`8" => null,
            _ when fullName.StartsWith("System.Tuple`", StringComparison.Ordinal) => $"{Shims}Tuple{type.Arity}Codec",
            _ => null,
        };
    }

    /// <summary>Whether a generic codec takes no type arguments although its type does.</summary>
    public static bool IsClosed(string codec) => codec.EndsWith("ByteMemoryCodec", StringComparison.Ordinal);
}
