using System.Collections.Immutable;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators;

/// <summary>Puts together what goes into one file.</summary>
internal static class MethodGroups
{
    /// <summary>One for each type, with its methods in declaration order.</summary>
    public static IEnumerable<TypeShimsModel> ByType(ImmutableArray<RecordedMethodSource> methods)
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

    /// <summary>Every type that a method records and every class, struct and enum within, with its codec.</summary>
    public static EquatableArray<CodecRegistrationModel> Registrations(ImmutableArray<RecordedMethodSource> methods)
    {
        var byCodec = new SortedDictionary<string, CodecRegistrationModel>(StringComparer.Ordinal);
        foreach (var value in methods.SelectMany(static method => method.Values))
            byCodec[value.Codec] = value;

        foreach (var codec in Distinct(methods))
        {
            var name = $"global::{EmittedCodecs.Namespace}.{codec.Name}";
            byCodec[name] = new CodecRegistrationModel(codec.Type, name);
        }

        return byCodec.Values.ToEquatableArray();
    }

    /// <summary>One for each codec, however many methods need it.</summary>
    public static IEnumerable<CodecFileModel> Codecs(ImmutableArray<RecordedMethodSource> methods)
    {
        var hintNames = new HintNames();
        return Distinct(methods)
            .OrderBy(static codec => codec.Name, StringComparer.Ordinal)
            .Select(codec => new CodecFileModel(hintNames.Take($"{EmittedCodecs.Namespace}.{codec.Name}"), codec));
    }

    private static IEnumerable<ValueCodecModel> Distinct(ImmutableArray<RecordedMethodSource> methods)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return methods.SelectMany(static method => method.Codecs).Where(codec => seen.Add(codec.Name));
    }
}
