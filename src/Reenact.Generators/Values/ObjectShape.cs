using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Reads classes, structs and records.</summary>
internal static class ObjectShape
{
    public static ValueShape Parse(INamedTypeSymbol type, KnownTypes known)
    {
        var members = ObjectMembers.Of(type, known);
        if (FirstReplaced(members) is { } replaced)
        {
            return ValueShape.Fail(
                "is hidden by a member of the same name in a derived type, so only one of them can be reached",
                "Give one of them another name, or leave the hidden one out with [IgnoreRecorded]",
                "." + replaced.Symbol.Name);
        }

        var constructor = ConstructorChoice.Find(type, members, known);
        members.RemoveAll(member => member.IsComputed && constructor?.Arguments.Contains(member) != true);
        var recorded = members.FindAll(static member => !member.IsIgnored);
        var references = recorded.ConvertAll(member => known.Values.Refer(member.Type, MemberAttributes.Find(member.Symbol, type, known.ValueCodecAttribute)));
        for (var i = 0; i < recorded.Count; i++)
        {
            if (references[i].Failure is { } failure)
                return new ValueShape(null, [], failure with { Path = $".{recorded[i].Symbol.Name}{failure.Path}" });
        }

        if (members.Count == 0 && type.DeclaringSyntaxReferences.IsEmpty)
        {
            return ValueShape.Fail(
                $"is a {TypeNames.Short(type)}, which shows no member to record",
                "Leave it out with [IgnoreRecorded], or pass the data it gives");
        }

        if (RecordedNames.FirstTwice(recorded.Select(member => RecordedNames.Of(member.Symbol, known))) is { } twice)
            return RecordedNames.Clash(type, twice);

        if (HiddenState.Find(type, members, known) is { } hidden)
        {
            return ValueShape.Fail(
                "is not public, so a recording would lose it",
                "Make it a public property, leave it out with [IgnoreRecorded], or write a codec for the type and name it with [ValueCodec]",
                "." + hidden.Name);
        }

        var unreadable = constructor is null ? NoConstructor(type, members) : null;
        var parts = ImmutableArray.CreateBuilder<ValuePart>();
        for (var i = 0; i < recorded.Count; i++)
        {
            foreach (var part in references[i].Parts)
                parts.Add(part with { Path = $".{recorded[i].Symbol.Name}{part.Path}" });
        }

        var model = Model(type, known, members, recorded, references, constructor);
        return unreadable is null
            ? new ValueShape(model, parts.ToImmutable(), null)
            : new ValueShape(model with { Unreadable = Explain(unreadable, type) }, parts.ToImmutable(), null) { Unreadable = unreadable };
    }

    /// <summary>A recorded member of a base type that a <c>new</c> member hides; null where there is none.</summary>
    private static ObjectMember? FirstReplaced(List<ObjectMember> members) => members
        .Where((member, i) => member is { IsIgnored: false, IsComputed: false } && members.FindIndex(i + 1, other => other.Symbol.Name == member.Symbol.Name) >= 0)
        .FirstOrDefault();

    private static ObjectCodecModel Model(
        INamedTypeSymbol type,
        KnownTypes known,
        List<ObjectMember> members,
        List<ObjectMember> recorded,
        List<ValueReference> references,
        ConstructorChoice? constructor)
    {
        var place = CodecPlace.Of(type, known);
        return new ObjectCodecModel(
            place.Name,
            TypeNames.InCode(type),
            TypeNames.ForPeople(type),
            type.IsReferenceType,
            type is { IsReferenceType: true, IsSealed: false },
            recorded.Select((member, i) => Member(member, references[i].Codec, constructor, known)).ToEquatableArray(),
            Arguments(constructor, recorded).ToEquatableArray(),
            constructor is { IsPrivate: true },
            members
                .Where(member => member is { IsIgnored: true, IsRequired: true } && constructor is { SetsRequiredMembers: false })
                .Select(static member => TypeNames.Identifier(member.Symbol.Name))
                .ToEquatableArray())
        {
            Placement = place.Model,
        };
    }

    private static MemberModel Member(ObjectMember member, string codec, ConstructorChoice? constructor, KnownTypes known)
    {
        var argument = constructor?.Arguments.IndexOf(member) ?? -1;
        var setting = member.Setting;
        if (constructor is null)
        {
            setting = MemberSetting.None;
        }
        else if (argument >= 0 && !(member.IsRequired && !constructor.SetsRequiredMembers))
        {
            setting = MemberSetting.Constructor;
        }
        else if (setting == MemberSetting.Initializer && (constructor.IsPrivate || HasOwnDefault(member, constructor)))
        {
            // An initializer would set it also where a recording lacks it, and replace the default that construction gives it.
            setting = MemberSetting.HiddenSetter;
        }
        else if (setting == MemberSetting.Initializer && !IsInitOnly(member) && constructor.SetsRequiredMembers)
        {
            setting = MemberSetting.Assign;
        }

        var mark = SensitiveValues.Of(member.Symbol, known);
        return new MemberModel(
            TypeNames.Identifier(member.Symbol.Name),
            RecordedNames.Of(member.Symbol, known),
            TypeNames.InCode(member.Type),
            SensitiveValues.Codec(mark, member.Type, codec),
            setting,
            argument >= 0 ? DefaultValues.Of(constructor!.Constructor.Parameters[argument]) : "default",
            TypeNames.InCode(member.Target),
            member.Hidden)
        {
            Generic = setting is MemberSetting.HiddenSetter or MemberSetting.HiddenField ? GenericAccess.Of(member.Symbol, member.Target) : null,
            Mark = mark?.Model,
        };
    }

    private static bool HasOwnDefault(ObjectMember member, ConstructorChoice constructor) =>
        member is { IsRequired: false, Hidden.Length: > 0, Symbol: IPropertySymbol property }
        && (PropertyState.HasInitializer(property) || constructor.MaySetOthers);

    private static bool IsInitOnly(ObjectMember member) => member.Symbol is IPropertySymbol { SetMethod.IsInitOnly: true };

    private static IEnumerable<ArgumentModel> Arguments(ConstructorChoice? constructor, List<ObjectMember> recorded)
    {
        if (constructor is null)
            yield break;

        for (var i = 0; i < constructor.Arguments.Length; i++)
        {
            if (constructor.Arguments[i] is { } member)
            {
                var parameter = constructor.Constructor.Parameters[i];
                yield return new ArgumentModel(TypeNames.Identifier(parameter.Name), TypeNames.InCode(parameter.Type), recorded.IndexOf(member));
            }
        }
    }

    private static ValueFailure NoConstructor(INamedTypeSymbol type, List<ObjectMember> members)
    {
        var unset = members.Find(member => member is { IsIgnored: false, Setting: MemberSetting.None } && !ConstructorChoice.Takes(type, member));
        return unset is null
            ? new ValueFailure(
                "",
                $"is a {TypeNames.Short(type)}, which has no constructor to make it again with: each parameter must have the name and type of a public member",
                "Add such a constructor or one without parameters, or write a codec and name it with [ValueCodec]")
            : new ValueFailure(
                "." + unset.Symbol.Name,
                "can be read but not set again",
                "Give it an init accessor or a constructor parameter of the same name and type, or leave it out with [IgnoreRecorded]");
    }

    /// <summary>What a replay says that comes upon such a value.</summary>
    private static string Explain(ValueFailure unreadable, INamedTypeSymbol type) =>
        $"{TypeNames.ForPeople(type)} was recorded but can't be made again: {(unreadable.Path.Length == 0 ? "it" : unreadable.Path.Substring(1))} {unreadable.Reason}. {unreadable.Remedy}.";
}
