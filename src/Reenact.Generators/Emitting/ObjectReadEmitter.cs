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
        var names = new LocalNames(["reader", "context", "left", "member", "value"]);
        foreach (var member in model.Members)
            locals.Add(Identifier(names.Take(CamelCase(member.Name))));

        foreach (var member in model.Members)
            flags.Add(IsSetIfRead(member) ? names.Take("has" + member.Name.TrimStart('@')) : "");
    }

    public void Emit()
    {
        if (model.IsReference)
        {
            source.Line("if (reader.TryReadNil())");
            source.Indented("return null!;");
            source.Line();
        }

        source.Line("context.Enter();");
        if (model.Members.All(static member => member.Setting is not (MemberSetting.Constructor or MemberSetting.Initializer))
            && model.Arguments.Count == 0 && model.RequiredDefaults.Count == 0)
        {
            EmitInPlace();
        }
        else
        {
            EmitThroughLocals();
        }

        source.Line("return value;");
    }

    private void EmitInPlace()
    {
        source.Line($"var value = {(model.ConstructorIsPrivate ? "Construct()" : $"new {model.Type}()")};");
        EmitLoop(member => Set(member, $"{member.Codec}.Read(ref reader, context)"));
        source.Line("context.Leave();");
    }

    private void EmitThroughLocals()
    {
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            source.Line($"{member.Type} {locals[i]} = {(member.Default == "default" ? "default!" : member.Default)};");
            if (flags[i].Length > 0)
                source.Line($"var {flags[i]} = false;");
        }

        EmitLoop(null);
        source.Line("context.Leave();");
        EmitConstruction();
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            if (member.Setting is MemberSetting.Constructor or MemberSetting.Initializer)
                continue;

            if (flags[i].Length > 0)
                source.Line($"if ({flags[i]})");

            if (flags[i].Length > 0)
                source.Indented(Set(member, locals[i]));
            else
                source.Line(Set(member, locals[i]));
        }
    }

    private void EmitLoop(Func<MemberModel, string>? setInPlace)
    {
        source.Open("for (var left = reader.ReadMapHeader(); left > 0; left--)");
        source.Line($"var member = {Emitted.Shims}ValueMembers.ReadName(ref reader);");
        for (var i = 0; i < model.Members.Count; i++)
        {
            var member = model.Members[i];
            var heading = $"{(i > 0 ? "else " : "")}if ({CodecEmitter.IsName(member.RecordedName)})";
            if (setInPlace is not null)
            {
                source.Line(heading);
                source.Indented(setInPlace(member));
            }
            else if (flags[i].Length > 0)
            {
                source.Open(heading);
                source.Line($"{locals[i]} = {member.Codec}.Read(ref reader, context);");
                source.Line($"{flags[i]} = true;");
                source.Close();
            }
            else
            {
                source.Line(heading);
                source.Indented($"{locals[i]} = {member.Codec}.Read(ref reader, context);");
            }
        }

        if (model.Members.Count > 0)
        {
            source.Line("else");
            source.Indented("reader.Skip();");
        }
        else
        {
            source.Line("reader.Skip();");
        }

        source.Close();
        source.Line();
    }

    private void EmitConstruction()
    {
        if (model.ConstructorIsPrivate)
        {
            source.Line($"var value = Construct({string.Join(", ", model.Arguments.Select(argument => Given(argument)))});");
            return;
        }

        var arguments = string.Join(", ", model.Arguments.Select(argument => $"{argument.Parameter}: {Given(argument)}"));
        var initializers = new List<string>();
        for (var i = 0; i < model.Members.Count; i++)
        {
            if (model.Members[i].Setting == MemberSetting.Initializer)
                initializers.Add($"{model.Members[i].Name} = {locals[i]}");
        }

        initializers.AddRange(model.RequiredDefaults.Select(static name => $"{name} = default!"));
        if (initializers.Count == 0)
        {
            source.Line($"var value = new {model.Type}({arguments});");
            return;
        }

        source.Open($"var value = new {model.Type}({arguments})");
        foreach (var initializer in initializers)
            source.Line(initializer + ",");

        source.Close(";");
    }

    private string Given(ArgumentModel argument) => argument.Member < 0 ? "default!" : locals[argument.Member];

    private string Set(MemberModel member, string value)
    {
        var target = model.IsReference ? "value" : "ref value";
        return member.Setting switch
        {
            MemberSetting.Fill => $"Fill(({member.Target})value.{member.Name}, {value});",
            MemberSetting.HiddenSetter => $"{AccessorEmitter.SetterName(member)}({target}, {value});",
            MemberSetting.HiddenField => $"{AccessorEmitter.FieldName(member)}({target}) = {value};",
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
