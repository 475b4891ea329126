using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What the culture decides of the text of one expression.</summary>
internal sealed class FormattedValues(FormattedTypes types)
{
    public Sensitivity Of(IOperation? operation, string? format = null)
    {
        if (operation is null)
            return Sensitivity.None;
        var value = Operands.Unwrap(operation);
        var sensitivity = types.Of(value.Type, format);
        return sensitivity == Sensitivity.Slight && NonNegative.Is(value) ? Sensitivity.None : sensitivity;
    }

    public Sensitivity OfType(ITypeSymbol? type) => types.Of(type, format: null);

    /// <summary>The most of several values.</summary>
    public Sensitivity OfAll(IEnumerable<IOperation> values)
    {
        var most = Sensitivity.None;
        foreach (var value in values)
        {
            if (Of(value) is var sensitivity && sensitivity > most)
                most = sensitivity;
        }

        return most;
    }

    /// <summary>A value in an interpolated string, or in one that a framework's handler builds without a culture.</summary>
    public Finding? InInterpolation(IOperation part)
    {
        var (value, format) = part switch
        {
            IInterpolationOperation { Parent: IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String } text } interpolation when !IsTemplate(text) =>
                (interpolation.Expression, interpolation.FormatString),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments.Length: > 0 } append } when FormatsUnderCurrentCulture(part) =>
                (append.Arguments[0].Value, append.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value),
            _ => (null, null),
        };
        return value is null ? null : Text(part, value, Of(value, Operands.Text(format) ?? (format is ILiteralOperation literal ? literal.Syntax.ToString() : null)), Remedies.Interpolation);
    }

    /// <summary>A value that is boxed because it is concatenated to a string.</summary>
    public Finding? InConcatenation(IConversionOperation boxing) => boxing switch
    {
        { IsImplicit: true, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } } or
        { IsImplicit: true, Parent: ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } } =>
            Text(boxing, boxing.Operand, Of(boxing), Remedies.Concatenation),
        _ => null,
    };

    private static Finding? Text(IOperation at, IOperation value, Sensitivity sensitivity, string remedy) =>
        ShownText.Weigh(sensitivity, at) switch
        {
            Sensitivity.None => null,
            var weighed => new Finding(Descriptors.CultureAndTimeZone, Shorten(at.Syntax.ToString()), remedy, at.Syntax)
            {
                Severity = weighed == Sensitivity.Slight ? DiagnosticSeverity.Info : null,
            },
        };

    private static string Shorten(string code)
    {
        const int Longest = 60;
        var line = code.IndexOfAny(['\r', '\n']) is var end and >= 0 ? code.Substring(0, end).TrimEnd() + "…" : code;
        return line.Length <= Longest ? line : line.Substring(0, Longest) + "…";
    }

    /// <summary>Text that is formatted later, by whoever takes it as <c>FormattableString</c>.</summary>
    private static bool IsTemplate(IOperation text) =>
        text.Parent is IConversionOperation { Type: { SpecialType: not SpecialType.System_String, Name: "FormattableString" or "IFormattable" } };

    private static bool FormatsUnderCurrentCulture(IOperation part)
    {
        var at = part.Parent;
        while (at is IInterpolatedStringOperation or IInterpolatedStringAdditionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IInterpolatedStringHandlerCreationOperation { HandlerCreation: IObjectCreationOperation { Constructor: { } constructor } creation }
            && IsOfFramework(constructor.ContainingType)
            && !creation.Arguments.Any(argument => FrameworkTypes.IsFormatProvider(argument.Parameter?.Type) && !Operands.IsNull(Given(argument.Value, at)));
    }

    /// <summary>What a handler is given is an argument of the call that it is made for.</summary>
    private static IOperation Given(IOperation argument, IOperation handler)
    {
        if (argument is not IInterpolatedStringHandlerArgumentPlaceholderOperation { ArgumentIndex: var index })
            return argument;
        var outer = handler.Parent;
        while (outer is not (IArgumentOperation or null))
            outer = outer.Parent;
        return (outer?.Parent as IInvocationOperation)?.Arguments.FirstOrDefault(each => each.Parameter?.Ordinal == index)?.Value ?? argument;
    }

    private static bool IsOfFramework(INamedTypeSymbol handler) => handler.Name switch
    {
        "DefaultInterpolatedStringHandler" => true,
        "AppendInterpolatedStringHandler" => handler.ContainingType is { Name: "StringBuilder" },
        "TryWriteInterpolatedStringHandler" => handler.ContainingType is { Name: "MemoryExtensions" or "Utf8" },
        _ => false,
    };
}
