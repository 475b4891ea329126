using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Looks into lambdas.</summary>
internal static class Lambdas
{
    /// <summary>The value without the conversions around it.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    /// <summary>The lambda that an argument is; null for method groups and other delegates.</summary>
    public static IAnonymousFunctionOperation? In(IArgumentOperation argument) => Unwrap(argument.Value) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>What a lambda returns when it does nothing else; null for other lambdas.</summary>
    public static IOperation? Result(IAnonymousFunctionOperation? lambda) =>
        lambda?.Body is { Operations: { Length: 1 } only } && only[0] is IReturnOperation { ReturnedValue: { } value } ? Unwrap(value) : null;

    /// <summary>The lambda or local function that a statement stands in; null where it stands in a member.</summary>
    public static IOperation? Around(IOperation statement)
    {
        for (var at = statement.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return at;
        }

        return null;
    }

    /// <summary>The argument that a lambda is; null for lambdas elsewhere.</summary>
    public static IArgumentOperation? AsArgument(IOperation lambda)
    {
        var at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation)
            at = at.Parent;
        return at as IArgumentOperation;
    }

    /// <summary>Whether an expression is the only parameter of the lambda around it.</summary>
    public static bool IsParameter(IOperation value, IAnonymousFunctionOperation lambda) =>
        Unwrap(value) is IParameterReferenceOperation reference
        && lambda.Symbol.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(reference.Parameter, lambda.Symbol.Parameters[0]);

    /// <summary>Whether an expression is the key of the pair that the lambda gets: unique, where the pairs come from a dictionary.</summary>
    public static bool IsKeyOfParameter(IOperation value, IAnonymousFunctionOperation lambda) =>
        Unwrap(value) is IPropertyReferenceOperation { Property: { Name: "Key" } key, Instance: { } instance }
        && key.ContainingType.Name is "KeyValuePair" or "DictionaryEntry" or "IGrouping"
        && IsParameter(instance, lambda);
}
