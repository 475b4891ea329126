using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Text that goes to people only, so that nothing that replay compares depends on it.</summary>
internal static class ShownText
{
    /// <summary>Whether a text is made just to be written to the console, the debugger or a log.</summary>
    public static bool Is(IOperation operation)
    {
        for (var at = operation; at is not null; at = at.Parent)
        {
            if (at is IArgumentOperation { Parent: { } user })
            {
                if (user is IInvocationOperation call && IsSink(call.TargetMethod.ContainingType))
                    return true;
                // What a text is formatted into, or handed to a sink through.
                if (user is IInvocationOperation { TargetMethod.ContainingType.SpecialType: SpecialType.System_String })
                    continue;
                return false;
            }

            if (!IsPartOfText(at))
                return false;
        }

        return false;
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
