using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Tells times that are in UTC whatever the machine's time zone.</summary>
internal static class UtcTimes
{
    private const int Deepest = 12;
    private const int PerLocal = 3;

    public static bool Is(IOperation? operation) => Is(operation, depth: 0);

    private static bool Is(IOperation? operation, int depth) => depth <= Deepest && operation switch
    {
        IParenthesizedOperation parenthesized => Is(parenthesized.Operand, depth + 1),
        IConversionOperation { OperatorMethod: null } conversion => Is(conversion.Operand, depth + 1),
        IPropertyReferenceOperation { Property: { Name: "UtcDateTime" or "UtcNow", Type.SpecialType: SpecialType.System_DateTime } } => true,
        IPropertyReferenceOperation { Property: { Name: "Date", ContainingType.SpecialType: SpecialType.System_DateTime } } date => Is(date.Instance, depth + 1),
        IFieldReferenceOperation { Field: { Name: "UnixEpoch", ContainingType.SpecialType: SpecialType.System_DateTime } } => true,
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_DateTime } creation => HasUtcKind(creation.Arguments),
        IInvocationOperation call => Call(call, depth + 1),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type.SpecialType: SpecialType.System_DateTime } shift => Is(shift.LeftOperand, depth + 1),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Is(conditional.WhenTrue, depth + 1) && Is(otherwise, depth + 1),
        ILocalReferenceOperation local => OnlyValues.Of(local)?.All(value => Is(value, depth + PerLocal)) == true,
        _ => false,
    };

    private static bool Call(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.SpecialType != SpecialType.System_DateTime)
            return method is { Name: "ConvertTimeToUtc", ContainingType.Name: "TimeZoneInfo" };
        return method.Name switch
        {
            "ToUniversalTime" or "FromFileTimeUtc" => true,
            "SpecifyKind" => HasUtcKind(call.Arguments),
            _ => (method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name == "Subtract") && Is(call.Instance, depth),
        };
    }

    private static bool HasUtcKind(IEnumerable<IArgumentOperation> arguments) =>
        arguments.Any(static argument => argument is { Parameter.Type.Name: "DateTimeKind", Value.ConstantValue: { HasValue: true, Value: (int)DateTimeKind.Utc } });
}
