using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;

namespace Reenact.Generators.Emitting;

/// <summary>
/// Emits how a class or struct is read. Members that a recording lacks keep what construction gives them. Where members go
/// through the constructor or an initializer, all are read into locals first.
/// </summary>
internal sealed class ObjectReadEmitter
{
    private readonly SourceWriter source;
    private readonly ObjectCodecModel model;
    private readonly List<string> locals = [];
    private readonly List<string> flags = [];

    public ObjectReadEmitter(SourceWriter source, ObjectCodecModel model)
    {
        this.source = source;
        this.model = model;
        var names = new LocalNames(["reader", "context", "members", "member", "value"]);
        foreach (var member in model.Members)
            locals.Add(Identifier(names.Take(CamelCase(member.Name))));

        foreach (var member in model.Members)
            flags.Add(IsSetIfRead(member) ? names.Take("has" + member.Name.TrimStart('@')) : "");
    }

    public void Emit()
    {
        if (model.IsReference)
        {
            source.Line("if (!Members.TryBeginRead(ref reader, context, out var members))");
            source.Indented("return null;");
            source.Line();
        }
        else
        {
            source.Line("var members = Members.BeginRead(ref reader, context);");
        }

        if (model.Members.All(static member => member.Setting is not (MemberSetting.Constructor or MemberSetting.Initializer))
            && model.Arguments.Count == 0 && model.RequiredDefaults.Count == 0)
        {
            EmitInPlace();
        }
        else
        {
            EmitThroughLocals();
        }
    }

    private void EmitInPlace()
    {
        source.Line($"var value = {(model.ConstructorIsPrivate ? "Construct()" : $"new {model.Type}()")};");
        EmitLoop(isInPlace: true);
        source.Line("context.Leave();");
        source.Line("return value;");
    }

    private void EmitThroughLocals()
    {
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            source.Line($"{member.Type} {locals[i]} = {member.Default};");
            if (flags[i].Length > 0)
                source.Line($"var {flags[i]} = false;");
        }

        EmitLoop(isInPlace: false);
        source.Line("context.Leave();");
        var isComplete = model.Members.All(static member => member.Setting is MemberSetting.Constructor or MemberSetting.Initializer);
        EmitConstruction(isComplete ? "return" : "var value =");
        if (!isComplete)
            EmitAssignments();
    }

    private void EmitAssignments()
    {
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            if (member.Setting is MemberSetting.Constructor or MemberSetting.Initializer)
                continue;

            if (flags[i].Length > 0)
            {
                source.Line($"if ({flags[i]})");
                source.Indented(Set(member, locals[i]));
            }
            else
            {
                source.Line(Set(member, locals[i]));
            }
        }

        source.Line("return value;");
    }

    private void EmitLoop(bool isInPlace)
    {
        if (model.Members.Count + model.FirstMember == 0)
        {
            source.Line("members.TryNext(ref reader, out _); // Skips all there is.");
            return;
        }

        source.Open("while (members.TryNext(ref reader, out var member))");
        source.Open("switch (member)");
        if (model.Discriminator is not null)
            source.Line("case 0: reader.Skip(); break;");

        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            var read = $"{member.Codec}.Read(ref reader, context)";
            var set = isInPlace ? Set(member, read)
                : flags[i].Length > 0 ? $"{locals[i]} = {read}; {flags[i]} = true;"
                : $"{locals[i]} = {read};";
            source.Line($"case {model.FirstMember + i}: {set} break;");
        }

        source.Close();
        source.Close();
        source.Line();
    }

    private void EmitConstruction(string start)
    {
        if (model.ConstructorIsPrivate)
        {
            source.Line($"{start} Construct({string.Join(", ", model.Arguments.Select(argument => Given(argument)))});");
            return;
        }

        var arguments = string.Join(", ", model.Arguments.Select(argument => $"{argument.Parameter}: {Given(argument)}"));
        var initializers = new List<string>();
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].Setting == MemberSetting.Initializer)
                initializers.Add($"{model.Members[i].Name} = {locals[i]}");
        }

        initializers.AddRange(model.RequiredDefaults.Select(static name => $"{name} = default"));
        if (initializers.Count == 0)
        {
            source.Line($"{start} new {model.Type}({arguments});");
            return;
        }

        source.Open($"{start} new {model.Type}({arguments})");
        foreach (var initializer in initializers)
            source.Line(initializer + ",");

        source.Close(";");
    }

    private string Given(ArgumentModel argument) => argument.Member < 0 ? "default" : locals[argument.Member];

    private string Set(MemberModel member, string value)
    {
        var target = model.IsReference ? "value" : "ref value";
        return member.Setting switch
        {
            MemberSetting.Fill => $"{Emitted.Shims}ValueMembers.Fill(({member.Target})value.{member.Name}, {value});",
            MemberSetting.HiddenSetter => $"{AccessorEmitter.Setter(member)}({target}, {value});",
            MemberSetting.HiddenField => $"{AccessorEmitter.Field(member)}({target}) = {value};",
            _ => $"value.{member.Name} = {value};",
        };
    }

    private static bool IsSetIfRead(MemberModel member) =>
        member.Setting is MemberSetting.Assign or MemberSetting.HiddenSetter or MemberSetting.HiddenField;

    private static string CamelCase(string name)
    {
        name = name.TrimStart('@');
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
