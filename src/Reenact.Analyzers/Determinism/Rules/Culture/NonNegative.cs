using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Tells integers that can't be negative: every culture prints them alike.</summary>
internal static class NonNegative
{
    private const int Deepest = 12;
    private const int PerLocal = 3;

    public static bool Is(IOperation operation) => Is(operation, depth: 0);

    private static bool Is(IOperation operation, int depth)
    {
        if (depth > Deepest)
            return false;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return IsConstant(constant);
        return operation switch
        {
            IParenthesizedOperation parenthesized => Is(parenthesized.Operand, depth + 1),
            IConversionOperation { OperatorMethod: null } conversion =>
                IsUnsigned(conversion.Operand.Type) || IsOrdinaryEnum(conversion.Operand.Type) || Is(conversion.Operand, depth + 1),
            IPropertyReferenceOperation { Property: var property } => IsCount(property) || IsPartOfTime(property) || NamesOfCounts.Has(property),
            IFieldReferenceOperation { Field: var field } => NamesOfCounts.Has(field) || IsUnsigned(field.Type),
            IParameterReferenceOperation { Parameter: var parameter } => NamesOfCounts.Has(parameter) || IsUnsigned(parameter.Type),
            IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount", ContainingType.Name: "Enumerable" } } => true,
            IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" } } => true,
            IInvocationOperation { TargetMethod: { Name: "Max", ContainingType.Name: "Math" } } call => call.Arguments.Any(argument => Is(argument.Value, depth + 1)),
            IInvocationOperation { TargetMethod: { Name: "Min", ContainingType.Name: "Math" } } call => call.Arguments.All(argument => Is(argument.Value, depth + 1)),
            IInvocationOperation { TargetMethod: { Name: "GetLength" or "GetUpperBound", ContainingType.SpecialType: SpecialType.System_Array } } => true,
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } binary =>
                Is(binary.LeftOperand, depth + 1) && Is(binary.RightOperand, depth + 1),
            // The remainder has the sign of what is divided.
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Remainder or BinaryOperatorKind.RightShift } binary => Is(binary.LeftOperand, depth + 1),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => Is(conditional.WhenTrue, depth + 1) && Is(otherwise, depth + 1),
            ICoalesceOperation coalesce => Is(coalesce.Value, depth + 1) && Is(coalesce.WhenNull, depth + 1),
            IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step => Is(step.Target, depth + 1),
            ILocalReferenceOperation local => NamesOfCounts.Has(local.Local) || CountingDown.Is(local) || OnlyValues.Of(local)?.All(value => Is(value, depth + PerLocal)) == true,
            _ => IsUnsigned(operation.Type),
        };
    }

    private static bool IsConstant(object? constant) => constant switch
    {
        sbyte value => value >= 0,
        short value => value >= 0,
        int value => value >= 0,
        long value => value >= 0,
        byte or ushort or uint or ulong or char => true,
        _ => false,
    };

    private static bool IsUnsigned(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Char || ValueKinds.Of(type) == ValueKind.Unsigned;

    /// <summary>An enumeration without negative members: <c>(int)response.StatusCode</c>.</summary>
    private static bool IsOrdinaryEnum(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } && type.GetMembers().OfType<IFieldSymbol>().All(static member => !member.HasConstantValue || IsConstant(member.ConstantValue));

    private static bool IsCount(IPropertySymbol property) => property.Name is "Count" or "Length" or "LongLength" or "Rank" or "Capacity";

    private static bool IsPartOfTime(IPropertySymbol property) =>
        property.Name is "Year" or "Month" or "Day" or "DayOfYear" or "DayNumber" or "Hour" or "Minute" or "Second" or "Millisecond" or "Microsecond" or "Nanosecond" or "Ticks"
        && ValueKinds.Of(property.ContainingType) is ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly;
}
