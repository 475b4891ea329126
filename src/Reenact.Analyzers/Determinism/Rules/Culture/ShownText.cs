using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Text that goes to people only, so that nothing that replay compares depends on it.</summary>
internal static class ShownText
{
    /// <summary>Whether a text is made just to be written to the console, the debugger or a log.</summary>
    public static bool Is(IOperation operation) => Taker(operation) is IInvocationOperation call && IsSink(call.TargetMethod.ContainingType);

    /// <summary>
    /// How much it means that the culture decides about a part of a text: nothing where the text is only shown, and less where it is an
    /// exception's message, which seldom gets back to a model.
    /// </summary>
    public static Sensitivity Weigh(Sensitivity sensitivity, IOperation part)
    {
        if (sensitivity == Sensitivity.None)
            return sensitivity;
        return Taker(part) switch
        {
            IInvocationOperation call when IsSink(call.TargetMethod.ContainingType) => Sensitivity.None,
            IObjectCreationOperation { Type: { } made } when IsException(made) => OfMessage(sensitivity),
            IInvocationOperation call when Throws(call.TargetMethod) => OfMessage(sensitivity),
            _ => sensitivity,
        };
    }

    private static Sensitivity OfMessage(Sensitivity sensitivity) => sensitivity == Sensitivity.Full ? Sensitivity.Slight : Sensitivity.None;

    private static bool IsException(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (FrameworkTypes.Is(at, "Exception", "System"))
                return true;
        }

        return false;
    }

    private static bool Throws(IMethodSymbol method) =>
        method.ReturnsVoid && method.GetAttributes().Any(static each => each.AttributeClass is { Name: "DoesNotReturnAttribute" });

    /// <summary>The call or creation that a text is an argument of, through what puts it together.</summary>
    private static IOperation? Taker(IOperation operation)
    {
        for (var at = operation; at is not null; at = at.Parent)
        {
            if (at is IArgumentOperation { Parent: { } user })
            {
                // What a text is formatted into, or handed to a sink through.
                if (user is IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String })
                    continue;
                return user;
            }

            if (!IsPartOfText(at))
                return null;
        }

        return null;
    }

    /// <summary>Whether what a type's methods take is written for people only.</summary>
    public static bool IsSink(INamedTypeSymbol type) => type.Name switch
    {
        "Console" => FrameworkTypes.IsIn(type, "System"),
        "Debug" or "Trace" => FrameworkTypes.IsIn(type, "System", "Diagnostics"),
        "LoggerExtensions" => FrameworkTypes.IsIn(type, "Microsoft", "Extensions", "Logging"),
        _ => false,
    };

    private static bool IsPartOfText(IOperation operation) => operation is
        IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or IInterpolatedStringAppendOperation
        or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }
        or IArrayCreationOperation or IArrayInitializerOperation or IInvocationOperation or ICollectionExpressionOperation;
}
