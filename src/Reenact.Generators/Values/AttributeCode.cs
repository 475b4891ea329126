using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Code that makes an attribute as it is written.</summary>
internal static class AttributeCode
{
    /// <summary>The code; empty where code of the assembly can't make it, or where it is given what is no constant of one value.</summary>
    public static string Make(AttributeData data, Compilation compilation)
    {
        var arguments = data.ConstructorArguments;
        var named = data.NamedArguments;
        if (data is not { AttributeClass: { } type, AttributeConstructor: { } constructor }
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            || !compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)
            || arguments.Any(static argument => !IsPlain(argument))
            || named.Any(static argument => !IsPlain(argument.Value)))
        {
            return "";
        }

        var set = named.Length == 0 ? "" : $" {{ {string.Join(", ", named.Select(static argument => $"{TypeNames.Identifier(argument.Key)} = {Constant(argument.Value)}"))} }}";
        return $"new {TypeNames.InCode(type)}({string.Join(", ", arguments.Select(Constant))}){set}";
    }

    private static bool IsPlain(TypedConstant constant) => constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;

    private static string Constant(TypedConstant constant) => constant.Kind == TypedConstantKind.Enum
        ? $"({TypeNames.InCode(constant.Type!)})({SymbolDisplay.FormatPrimitive(constant.Value!, quoteStrings: true, useHexadecimalNumbers: false)})"
        : constant.Value is null ? "null" : constant.ToCSharpString();
}
