using System.Collections.Immutable;
using Reenact.Generators.Emitting;
using Reenact.Generators.Incremental;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators;

/// <summary>What goes into which file, for all recorded methods and interfaces together.</summary>
internal sealed class EmittedFiles
{
    private readonly Dictionary<int, ImmutableArray<TypeShimsModel>> types;
    private readonly Dictionary<int, ImmutableArray<CodecFileModel>> codecs;

    public EmittedFiles(
        ImmutableArray<RecordedMethodSource> recorded,
        ImmutableArray<RecordedMethodSource> replayed,
        ImmutableArray<DecoratorSource> decorators,
        EquatableArray<RecordableModel> recordables)
    {
        var methods = recorded.AddRange(replayed);
        var sources = methods.CastArray<ValueSource>().AddRange(decorators).AddRange(recordables);
        var distinct = Distinct(sources);
        types = BySlot(Types(methods), static file => file.Type.FullName);
        codecs = BySlot(Codecs(distinct), static file => file.Codec.Name);
        Registrations = Register(sources, distinct);
    }

    /// <summary>Every type that a method or an interface records and every class, struct and enum within, with its codec.</summary>
    public EquatableArray<CodecRegistrationModel> Registrations { get; }

    /// <summary>Those of a slot: one for each type, with its methods in declaration order.</summary>
    public ImmutableArray<TypeShimsModel> TypesIn(int slot) => types.TryGetValue(slot, out var files) ? files : [];

    /// <summary>Those of a slot: one for each codec, however many need it.</summary>
    public ImmutableArray<CodecFileModel> CodecsIn(int slot) => codecs.TryGetValue(slot, out var files) ? files : [];

    private static IEnumerable<TypeShimsModel> Types(ImmutableArray<RecordedMethodSource> methods)
    {
        var hintNames = new HintNames();
        foreach (var group in methods.GroupBy(static method => method.Type).OrderBy(static group => group.Key.FullName, StringComparer.Ordinal))
        {
            yield return new TypeShimsModel(
                hintNames.Take(group.Key.FullName),
                group.Key,
                group.Select(static method => method.Method).ToEquatableArray());
        }
    }

    private static IEnumerable<CodecFileModel> Codecs(SortedDictionary<string, ValueCodecModel> distinct)
    {
        var hintNames = new HintNames();
        return distinct.Values.Select(codec => new CodecFileModel(hintNames.Take($"{EmittedCodecs.Namespace}.{codec.Name}"), codec));
    }

    private static EquatableArray<CodecRegistrationModel> Register(
        ImmutableArray<ValueSource> sources, SortedDictionary<string, ValueCodecModel> distinct)
    {
        var byCodec = new SortedDictionary<string, CodecRegistrationModel>(StringComparer.Ordinal);
        foreach (var value in sources.SelectMany(static source => source.Values))
            byCodec[value.Codec] = value;

        foreach (var codec in distinct.Values)
        {
            if (codec is not SensitiveMarkModel && codec.Placement.TypeParameters.Length == 0)
                byCodec[codec.Reference] = new CodecRegistrationModel(codec.Type, codec.Reference, codec.Placement.Host);
        }

        return byCodec.Values.ToEquatableArray();
    }

    private static SortedDictionary<string, ValueCodecModel> Distinct(ImmutableArray<ValueSource> sources)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var distinct = new SortedDictionary<string, ValueCodecModel>(StringComparer.Ordinal);
        foreach (var codec in sources.SelectMany(static source => source.Codecs))
        {
            if (seen.Add(codec.Name))
                distinct.Add(codec.Name, codec);
        }

        return distinct;
    }

    private static Dictionary<int, ImmutableArray<T>> BySlot<T>(IEnumerable<T> files, Func<T, string> name) =>
        files.GroupBy(file => FileSlots.Of(name(file))).ToDictionary(static slot => slot.Key, static slot => slot.ToImmutableArray());
}
