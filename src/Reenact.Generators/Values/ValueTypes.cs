using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Which types of a compilation can be recorded, and how. Remembers what it found. Thread-safe.</summary>
internal sealed class ValueTypes(KnownTypes known)
{
    private static readonly WeakSet<ValueCodecModel> KnownModels = new();

    private readonly ConcurrentDictionary<ITypeSymbol, ValueReference> references = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, ValueShape> shapes = new(SymbolEqualityComparer.Default);

    /// <summary>How emitted code writes and reads values of a type. Does not look into the members of classes and structs.</summary>
    public ValueReference Refer(ITypeSymbol type)
    {
        if (!references.TryGetValue(type, out var reference))
            references[type] = reference = ReferTo(type);

        return reference;
    }

    /// <summary>How emitted code writes and reads a member or parameter, which can name a codec of its own.</summary>
    public ValueReference Refer(ITypeSymbol type, AttributeData? ownCodec) =>
        ownCodec is null ? Refer(type) : CustomCodec.Refer(type, ownCodec, known);

    /// <summary>The codec to emit for a class, struct or enum that <see cref="Refer(ITypeSymbol)"/> named as a part.</summary>
    public ValueShape Describe(INamedTypeSymbol type)
    {
        if (shapes.TryGetValue(type, out var shape))
            return shape;

        shape = Parse(type);
        if (shape.Model is { } model)
            shape = shape with { Model = KnownModels.Same(model) };

        return shapes[type] = shape;
    }

    private ValueShape Parse(INamedTypeSymbol type)
    {
        if (known.Foreign.Find(type) is { JsonContext: not null } foreign)
            return foreign.Describe(type, known);

        if (UnionCases.Of(type, known) is { } union)
            return UnionShape.Parse(type, union, known);

        return type.TypeKind == TypeKind.Enum ? EnumShape.Parse(type, known) : ObjectShape.Parse(type, known);
    }

    private ValueReference ReferTo(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ValueReference.To(RuntimeCodecs.ByteArray),
        IArrayTypeSymbol array when RuntimeCodecs.OfArray(array.Rank) is { } codec => Compose(codec, [array.ElementType], [$"[{new string(',', array.Rank - 1)}]"]),
        IArrayTypeSymbol array => ValueReference.Fail($"is an array of {array.Rank} dimensions, which has no codec", "Use an array of arrays"),
        INamedTypeSymbol named => ReferToNamed(named),
        ITypeParameterSymbol { AllowsRefLikeType: false } => ValueReference.To($"{RuntimeCodecs.Registered}<{TypeNames.InCode(type)}>"),
        _ => UnrecordableTypes.Explain(type)!,
    };

    private ValueReference ReferToNamed(INamedTypeSymbol type)
    {
        if (known.Foreign.Find(type) is { } foreign)
            return foreign.JsonContext is null ? foreign.Refer(type, known) : Emit(type, CodecPlace.Of(type, known));

        if (KnownTypes.Find(type, known.ValueCodecAttribute) is { } attribute)
            return CustomCodec.Refer(type, attribute, known);

        if (UnionCases.Of(type, known) is { } union)
            return union.Failure is null ? Emit(type, CodecPlace.Of(type, known, union.Types)) : new ValueReference("", [], union.Failure);

        if (type.IsTupleType && type.TupleUnderlyingType is { } underlying)
            type = underlying;

        var name = TypeNames.Declaration(type.OriginalDefinition);
        if (RuntimeCodecs.Of(type, name) is { } codec)
            return ValueReference.To(codec);

        if (type.Arity > 0 && RuntimeCodecs.OfGeneric(type, name) is { } generic)
        {
            return RuntimeCodecs.IsClosed(generic)
                ? ValueReference.To(generic)
                : Compose(generic, type.TypeArguments, ElementPaths(type, name));
        }

        if (UnrecordableTypes.Explain(type) is { } unrecordable)
            return unrecordable with { Failure = unrecordable.Failure! with { CodecType = CodecCandidates.IdOf(type, known) } };

        return Emit(type, CodecPlace.Of(type, known));
    }

    private static ValueReference Emit(INamedTypeSymbol type, CodecPlace place) => place.Failure is { } failure
        ? new ValueReference("", [], failure)
        : new ValueReference(place.Reference, [new ValuePart(type, "")]);

    private ValueReference Compose(string codec, ImmutableArray<ITypeSymbol> elements, string[] paths)
    {
        var codecs = new List<string>(elements.Length * 2);
        var parts = ImmutableArray.CreateBuilder<ValuePart>();
        foreach (var element in elements)
            codecs.Add(TypeNames.InCode(element));

        for (var i = 0; i < elements.Length; i++)
        {
            var reference = Refer(elements[i]);
            if (reference.Failure is { } failure)
                return new ValueReference("", [], failure with { Path = paths[i] + failure.Path });

            codecs.Add(reference.Codec);
            foreach (var part in reference.Parts)
                parts.Add(part with { Path = paths[i] + part.Path });
        }

        return new ValueReference($"{codec}<{string.Join(", ", codecs)}>", parts.ToImmutable());
    }

    private static string[] ElementPaths(INamedTypeSymbol type, string name) => type.Arity switch
    {
        1 when name == "System.Nullable`1" => [""],
        _ when name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || name.StartsWith("System.Tuple`", StringComparison.Ordinal) =>
            [.. Enumerable.Range(1, type.Arity).Select(static n => n == 8 ? "" : $".Item{n}")],
        1 => ["[]"],
        _ when name == "System.Collections.Generic.KeyValuePair`2" => [".Key", ".Value"],
        _ when name == "System.Collections.Generic.PriorityQueue`2" => ["[].Element", "[].Priority"],
        _ => ["[].Key", "[].Value"],
    };
}
