using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What an expression was before conversions that keep its value, and what a call was given.</summary>
internal static class Operands
{
    /// <summary>The expression whose type says how the value prints: without parentheses, boxing and conversions to nullable types and interfaces.</summary>
    public static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, Operand: { } operand } conversion when KeepsValue(conversion):
                    operation = operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    public static bool IsNull(IOperation? operation) => operation switch
    {
        null => true,
        { ConstantValue: { HasValue: true, Value: null } } => true,
        IDefaultValueOperation { Type: { IsReferenceType: true } } => true,
        IConversionOperation { OperatorMethod: null } conversion => IsNull(conversion.Operand),
        IParenthesizedOperation parenthesized => IsNull(parenthesized.Operand),
        _ => false,
    };

    public static string? Text(IOperation? operation) => operation?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The values that stand behind the arguments of a <c>params</c> parameter, or the one value of another.</summary>
    public static IEnumerable<IOperation> Elements(IOperation argument) => Unwrap(argument) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Select(Unwrap),
        ICollectionExpressionOperation collection => collection.Elements.Select(Unwrap),
        var single => [single],
    };

    /// <summary>The type of the elements of a sequence; null for anything else.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } sequence => sequence.TypeArguments[0],
        { SpecialType: SpecialType.System_String } or null => null,
        _ => type.AllInterfaces.FirstOrDefault(static each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
    };

    public static IOperation? ArgumentOf(ImmutableArray<IArgumentOperation> arguments, Func<IParameterSymbol, bool> parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } taken && parameter(taken))
                return argument.Value;
        }

        return null;
    }

    private static bool KeepsValue(IConversionOperation conversion) =>
        conversion.Type is { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
        && (conversion.Operand.Type is { IsReferenceType: true } || !conversion.Conversion.IsNumeric);
}
