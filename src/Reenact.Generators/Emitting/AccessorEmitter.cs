using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>Emits what a codec needs beside <c>Write</c> and <c>Read</c>: accessors of members that are not public, without reflection.</summary>
internal static class AccessorEmitter
{
    public static string SetterName(MemberModel member) => "Set" + member.Name.TrimStart('@');

    public static string FieldName(MemberModel member) => "FieldOf" + member.Name.TrimStart('@');

    public static void Emit(SourceWriter source, ObjectCodecModel model)
    {
        var byReference = model.IsReference ? "" : "ref ";
        if (model.ConstructorIsPrivate)
        {
            var parameters = string.Join(", ", model.Arguments.Select(static argument => $"{argument.Type} {argument.Parameter}"));
            EmitAccessor(source, "Constructor", null, $"{model.Type} Construct({parameters})");
        }

        foreach (var member in model.Members)
        {
            if (member.Setting == MemberSetting.HiddenSetter)
                EmitAccessor(source, "Method", member.Hidden, $"void {SetterName(member)}({byReference}{member.Target} target, {member.Type} value)");
            else if (member.Setting == MemberSetting.HiddenField)
                EmitAccessor(source, "Field", member.Hidden, $"ref {member.Type} {FieldName(member)}({byReference}{member.Target} target)");
        }
    }

    private static void EmitAccessor(SourceWriter source, string kind, string? name, string signature)
    {
        var named = name is null ? "" : $", Name = \"{name}\"";
        source.Line();
        source.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}{named})]");
        source.Line($"private static extern {signature};");
    }
}
