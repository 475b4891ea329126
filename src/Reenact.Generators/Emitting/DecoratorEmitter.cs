using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the file of one decorator: what it passes calls on to, the members of its interface, and the descriptors of those that are recorded.</summary>
internal sealed class DecoratorEmitter
{
    private readonly DecoratorModel model;
    private readonly SourceWriter source;
    private readonly string holder;
    private readonly LocalNames fieldNames = new([]);
    private readonly List<RecordedMethodModel> methods = [];
    private readonly List<string> fields = [];

    private DecoratorEmitter(DecoratorModel model)
    {
        this.model = model;
        source = new SourceWriter($"records the calls of {model.InterfaceName}");
        holder = "MembersOf" + model.Constructor;
    }

    public static string Emit(DecoratorModel model)
    {
        var emitter = new DecoratorEmitter(model);
        emitter.EmitFile();
        return emitter.source.ToString();
    }

    private void EmitFile()
    {
        if (model.Type.Namespace.Length > 0)
            source.Open("namespace " + model.Type.Namespace);

        source.Line($"/// <summary>Records the calls of an inner <c>{Xml(model.InterfaceName)}</c>, and serves them on replay without one.</summary>");
        source.Line(Emitted.GeneratedCode);
        foreach (var declaration in model.Type.Declarations)
            source.Open(declaration);

        EmitConstructors();
        foreach (var member in model.Members)
        {
            source.Line();
            Emit(member);
        }

        if (model.Resolved.Length > 0)
            EmitResolved();

        source.Close();
        if (model.Type.Namespace.Length > 0)
            source.Close();

        if (methods.Count > 0)
        {
            source.Line();
            TypeEmitter.EmitDescriptors(source, holder, methods.ToEquatableArray(), fields);
        }
    }

    private void EmitConstructors()
    {
        var inner = $"{Emitted.Shims}InnerService<{model.Interface}>";
        source.Line($"private readonly {inner} {model.Inner};");
        source.Line();
        source.Line("/// <summary>Passes calls on to an instance.</summary>");
        source.Line($"public {model.Constructor}({model.Interface} inner) => this.{model.Inner} = new {inner}(inner);");
        source.Line();
        source.Line("/// <summary>Passes calls on to what the function makes, once, when a call first runs: never on replay.</summary>");
        source.Line($"public {model.Constructor}(global::System.Func<{model.Interface}> inner) => this.{model.Inner} = new {inner}(inner);");
        source.Line();
        source.Line("/// <summary>For replay alone: a call outside of a replay is an <see cref=\"global::System.InvalidOperationException\"/>.</summary>");
        source.Line($"public {model.Constructor}() => this.{model.Inner} = new {inner}();");
        source.Line();
        source.Line($"internal {model.Constructor}({inner} inner) => this.{model.Inner} = inner;");
    }

    /// <summary>Containers close open generic types themselves, and find a constructor: here there is one, of which they can make the argument.</summary>
    private void EmitResolved()
    {
        source.Line();
        source.Line("/// <summary>What a container makes.</summary>");
        source.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        source.Line(Emitted.GeneratedCode);
        source.Open($"public sealed class {model.Resolved} : {model.Type.SelfInCode}");
        source.Line($"public {model.Resolved}({Emitted.Shims}InnerService<{model.Interface}> inner)");
        source.Indented(": base(inner)");
        source.Line("{");
        source.Line("}");
        source.Close();
    }

    private void Emit(DecoratorMemberModel member)
    {
        switch (member)
        {
            case DecoratedMethodModel method:
                Shim(method).Emit();
                break;
            case PlainMemberModel plain:
                EmitPlain(plain);
                break;
            case AccessedMemberModel accessed:
                EmitAccessed(accessed);
                break;
        }
    }

    private void EmitPlain(PlainMemberModel plain)
    {
        source.Open(plain.Declaration);
        source.Line(plain.Statement);
        source.Close();
    }

    private void EmitAccessed(AccessedMemberModel member)
    {
        var shims = new List<MethodEmitter>();
        source.Open(member.Declaration);
        for (var i = 0; i < member.Accessors.Count; i++)
        {
            if (i > 0)
                source.Line();

            if (member.Accessors[i] is DecoratedMethodModel method)
            {
                shims.Add(Shim(method));
                shims[shims.Count - 1].EmitShim();
            }
            else
            {
                EmitPlain((PlainMemberModel)member.Accessors[i]);
            }
        }

        source.Close();
        foreach (var shim in shims)
            shim.EmitBeside();
    }

    private MethodEmitter Shim(DecoratedMethodModel member)
    {
        methods.Add(member.Method);
        fields.Add(fieldNames.Take(member.Descriptor));
        return new MethodEmitter(source, model.Type, member.Method, $"global::{EmittedCodecs.Namespace}.{holder}.{fields[fields.Count - 1]}");
    }

    private static string Xml(string text) => text.Replace("<", "&lt;").Replace(">", "&gt;");
}
