using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Emitting;

/// <summary>Emits the file of one type: its shims, and the descriptors of its methods.</summary>
internal static class TypeEmitter
{
    public static string Emit(TypeShimsModel model)
    {
        var source = new SourceWriter($"recording and replay of {model.Type.FullName}");
        var holder = $"MethodsOf{SimpleName(model.Type.FullName)}";
        var names = new LocalNames([]);
        var fields = model.Methods.Select(method => names.Take(method.Name)).ToList();

        if (model.Type.Namespace.Length > 0)
            source.Open("namespace " + model.Type.Namespace);

        foreach (var declaration in model.Type.Declarations)
            source.Open(declaration);

        for (var i = 0; i < model.Methods.Count; i++)
        {
            if (i > 0)
                source.Line();

            new MethodEmitter(source, model.Type, model.Methods[i], $"global::{EmittedCodecs.Namespace}.{holder}.{fields[i]}").Emit();
        }

        foreach (var _ in model.Type.Declarations)
            source.Close();

        if (model.Type.Namespace.Length > 0)
            source.Close();

        source.Line();
        EmitDescriptors(source, holder, model.Methods, fields);
        return source.ToString();
    }

    /// <summary>They stand in a type of their own, so that a generic type has them once, and no type gets a static constructor's cost.</summary>
    public static void EmitDescriptors(SourceWriter source, string holder, EquatableArray<RecordedMethodModel> methods, List<string> fields)
    {
        source.Open("namespace " + EmittedCodecs.Namespace);
        source.Line(Emitted.GeneratedCode);
        source.Open("file static class " + holder);
        for (var i = 0; i < methods.Count; i++)
        {
            if (i > 0)
                source.Line();

            source.Line($"internal static readonly {Emitted.Shims}RecordedMethod {fields[i]} = new(");
            source.Indented(Descriptor(methods[i]));
        }

        source.Close();
        source.Close();
    }

    private static string Descriptor(RecordedMethodModel method)
    {
        var arguments = method.Parameters.Where(static each => each.IsArgument).ToList();
        var outputs = method.Parameters.Where(static each => each.IsOutput).ToList();
        var reports = method.Parameters.Where(static each => each.Role == ParameterRole.Progress).ToList();
        return $"{Literal(method.RecordedName)}, {Kind(method.Kind)}, {Names(arguments)}, 0x{method.Signature:X16}"
            + Ignored("ignoredInMatch", arguments)
            + (method.IsLeaf ? ", leaf: true" : "")
            + (method.CanPark ? ", parkable: true" : "")
            + (outputs.Count > 0 ? $", outputs: {Names(outputs)}" : "")
            + Ignored("outputsIgnoredInMatch", outputs)
            + (reports.Count > 0 ? $", reports: {Names(reports)}" : "")
            + Ignored("reportsIgnoredInMatch", reports)
            + (method.HasSideEffects ? ", sideEffects: true" : "")
            + (method.Durability is { } durability ? $", durability: {Level(durability)}" : "")
            + ");";
    }

    private static string Names(List<ParameterModel> parameters) => $"[{string.Join(", ", parameters.Select(static each => Literal(each.RecordedName)))}]";

    /// <summary>The argument that says which parameters are not compared; empty when all are.</summary>
    private static string Ignored(string argument, List<ParameterModel> parameters)
    {
        var ignored = 0UL;
        for (var i = 0; i < Math.Min(parameters.Count, 64); i++)
        {
            if (parameters[i].IsIgnoredInMatch)
                ignored |= 1UL << i;
        }

        return ignored != 0 ? $", {argument}: 0x{ignored:X}" : "";
    }

    private static string Level(int durability) => durability switch
    {
        0 => "global::Reenact.Durability.Buffered",
        1 => "global::Reenact.Durability.EveryEvent",
        2 => "global::Reenact.Durability.Durable",
        _ => $"(global::Reenact.Durability)({durability})",
    };

    private static string Kind(int kind) => kind switch
    {
        0 => "global::Reenact.CallKind.Tool",
        1 => "global::Reenact.CallKind.Model",
        2 => "global::Reenact.CallKind.Retrieval",
        3 => "global::Reenact.CallKind.MemoryRead",
        4 => "global::Reenact.CallKind.MemoryWrite",
        5 => "global::Reenact.CallKind.Service",
        6 => "global::Reenact.CallKind.Human",
        7 => "global::Reenact.CallKind.Agent",
        _ => $"(global::Reenact.CallKind)({kind})",
    };

    private static string SimpleName(string fullName)
    {
        var name = fullName.Substring(fullName.LastIndexOfAny(['.', '+']) + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
