using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>Makes the model of a method that has no problems.</summary>
internal static class MethodModels
{
    private const int ToolKind = 0;
    private const int AgentKind = 7;

    public static RecordedMethodModel Create(IMethodSymbol method, AttributeData attribute, bool isReplayed, MethodValues values)
    {
        var names = new MemberNames(method.ContainingType);
        var result = values.Result.Type is { } type ? new ResultModel(TypeNames.InCode(type), values.ResultCodec!, values.Result.Reading) : null;
        return new RecordedMethodModel(
            TypeNames.Identifier(method.Name),
            Named(attribute, "Name") is string { Length: > 0 } name ? name : MethodNames.InRecordings(method),
            isReplayed ? AgentKind : attribute.ConstructorArguments is { Length: 1 } arguments && arguments[0].Value is int kind ? kind : ToolKind,
            isReplayed,
            Named(attribute, "Leaf") is true,
            Modifiers(method),
            method.IsStatic,
            method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(static each => TypeNames.Identifier(each.Name)))}>",
            TypeParameterConstraints.OfDeclaration(method).ToEquatableArray(),
            TypeParameterConstraints.Of(method).ToEquatableArray(),
            method.ReturnsVoid ? "void" : TypeNames.InSignature(method.ReturnType),
            values.Result.Kind,
            result,
            method.Parameters.Select(parameter => Parameter(parameter, values)).ToEquatableArray(),
            values.CancellationToken is { } token ? TypeNames.Identifier(token.Name) : "",
            Signature(method, values),
            TypeNames.Identifier(CoreMethod.NameFor(method.Name)),
            names.Free(With(method.Name, "InSession")),
            names.Free(With(method.Name, "WhenDue")))
        {
            HasSideEffects = Named(attribute, "SideEffects") is true,
            Durability = Named(attribute, "Durability") as int?,
        };
    }

    private static ParameterModel Parameter(IParameterSymbol parameter, MethodValues values) => new(
        TypeNames.Identifier(parameter.Name),
        parameter.Name,
        TypeNames.InSignature(parameter.Type),
        ParameterShape.Modifiers(parameter),
        values.RoleOf(parameter),
        TypeNames.InCode(ParameterShape.RecordedType(parameter)),
        values.CodecOf(parameter) ?? "",
        values.IgnoredInMatch[parameter.Ordinal],
        parameter.RefKind == RefKind.None && !ParameterShape.IsRefLike(parameter.Type));

    /// <summary><c>SearchAsync</c> → <c>SearchInSessionAsync</c></summary>
    public static string With(string name, string suffix) =>
        name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) + suffix + "Async" : name + suffix;

    private static object? Named(AttributeData attribute, string argument)
    {
        foreach (var pair in attribute.NamedArguments)
        {
            if (pair.Key == argument)
                return pair.Value.Value;
        }

        return null;
    }

    /// <summary>The declaration's modifiers without <c>partial</c>, each with a space after it.</summary>
    public static string Modifiers(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is MethodDeclarationSyntax declaration)
            {
                return string.Concat(declaration.Modifiers
                    .Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword))
                    .Select(static modifier => modifier.Text + " "));
            }
        }

        return "";
    }

    /// <summary>The hash that <c>docs/emitted-code.md</c> defines.</summary>
    private static ulong Signature(IMethodSymbol method, MethodValues values)
    {
        var types = method.Parameters
            .Where(parameter => values.CodecOf(parameter) is not null)
            .Select(static parameter => ParameterShape.FullType(parameter));
        var returned = values.Result.Kind == ReturnKind.Stream ? method.ReturnType : values.Result.Type;
        var result = returned is { } type ? TypeNames.Full(type) : "void";
        return Fnv1A.Hash(string.Join(",", [.. types, "->", result]));
    }
}
