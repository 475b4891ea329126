using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits what a codec needs beside <c>Write</c> and <c>Read</c>: accessors of members that are not public, without reflection.</summary>
internal static class AccessorEmitter
{
    /// <summary>What is called to set a member.</summary>
    public static string Setter(MemberModel member) => Holder(member) + SetterName(member);

    /// <summary>What is called for a reference to a field.</summary>
    public static string Field(MemberModel member) => Holder(member) + FieldName(member);

    public static void Emit(SourceWriter source, ObjectCodecModel model)
    {
        var byReference = model.IsReference ? "" : "ref ";
        if (model.ConstructorIsPrivate)
        {
            var parameters = string.Join(", ", model.Arguments.Select(static argument => $"{argument.Type} {argument.Parameter}"));
            source.Line();
            EmitAccessor(source, "Constructor", null, "private", $"{model.Type} Construct({parameters})");
        }

        foreach (var member in model.Members)
        {
            if (member.Setting is not (MemberSetting.HiddenSetter or MemberSetting.HiddenField))
                continue;

            if (member.Generic is { } generic)
            {
                source.Line();
                source.Open($"private static class {HolderName(member)}{generic.Parameters}{string.Concat(generic.Constraints.Select(static each => " " + each))}");
                EmitMember(source, member, "internal", byReference, generic.Target, generic.Type);
                source.Close();
            }
            else
            {
                source.Line();
                EmitMember(source, member, "private", byReference, member.Target, member.Type);
            }
        }
    }

    private static string SetterName(MemberModel member) => "Set" + member.Name.TrimStart('@');

    private static string FieldName(MemberModel member) => "FieldOf" + member.Name.TrimStart('@');

    private static string HolderName(MemberModel member) => "AccessTo" + member.Name.TrimStart('@');

    private static string Holder(MemberModel member) => member.Generic is { } generic ? $"{HolderName(member)}{generic.Arguments}." : "";

    private static void EmitMember(SourceWriter source, MemberModel member, string accessibility, string byReference, string target, string type)
    {
        if (member.Setting == MemberSetting.HiddenSetter)
            EmitAccessor(source, "Method", member.Hidden, accessibility, $"void {SetterName(member)}({byReference}{target} target, {type} value)");
        else
            EmitAccessor(source, "Field", member.Hidden, accessibility, $"ref {type} {FieldName(member)}({byReference}{target} target)");
    }

    private static void EmitAccessor(SourceWriter source, string kind, string? name, string accessibility, string signature)
    {
        var named = name is null ? "" : $", Name = \"{name}\"";
        source.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}{named})]");
        source.Line($"{accessibility} static extern {signature};");
    }
}
