using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Calls that turn values into text.</summary>
internal sealed class FormattingCalls(FormattedValues values)
{
    /// <summary>Judges the calls of a method; null where it doesn't format. The same for all calls.</summary>
    public Func<CallSite, Finding?>? For(IMethodSymbol method)
    {
        if (!method.IsStatic && method.Name is "ToString" or "TryFormat")
            return OwnText;
        var type = method.ContainingType;
        if (type.SpecialType == SpecialType.System_String)
        {
            return method.Name switch
            {
                "Format" => Composite,
                "Concat" or "Join" => Values,
                _ => null,
            };
        }

        return type.Name switch
        {
            "StringBuilder" when FrameworkTypes.IsIn(type, "System", "Text") => method.Name switch
            {
                "AppendFormat" => Composite,
                "Append" or "Insert" or "AppendJoin" => Values,
                _ => null,
            },
            "Convert" when method.Name == "ToString" && FrameworkTypes.IsIn(type, "System") => Values,
            "FormattableString" when method.Name == "CurrentCulture" && FrameworkTypes.IsIn(type, "System") => Always,
            "DateTime" or "DateOnly" or "TimeOnly" when FrameworkTypes.IsIn(type, "System") && IsOneOfTheCulturesOwn(method) => Always,
            _ => null,
        };
    }

    private static bool IsOneOfTheCulturesOwn(IMethodSymbol method) =>
        method.Name is "ToShortDateString" or "ToLongDateString" or "ToShortTimeString" or "ToLongTimeString" or "GetDateTimeFormats";

    private static Finding? Always(CallSite call) => Unless(call, Sensitivity.Full);

    private Finding? OwnText(CallSite call)
    {
        var (method, formatted) = (call.Method, call.Instance is null ? null : Operands.Unwrap(call.Instance));
        var type = method.ContainingType.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? method.ContainingType : formatted?.Type ?? method.ContainingType;
        if (FrameworkTypes.Is(method.ContainingType, "FormattableString", "System"))
            return call.IsGivenCulture() ? null : call.Find(Remedies.Culture);
        var format = call.Argument(static parameter => parameter.Name == "format");
        // A format that isn't constant may be any.
        var sensitivity = format is null || Operands.IsNull(format) || Operands.Text(format) is not null
            ? formatted is null ? values.OfType(type) : values.Of(formatted, Operands.Text(format))
            : ValueKinds.Of(type) == ValueKind.Other ? Sensitivity.None : Sensitivity.Full;
        return Unless(call, sensitivity);
    }

    private Finding? Composite(CallSite call)
    {
        var format = call.Argument(static parameter => parameter.Name == "format");
        var arguments = call.Arguments
            .Where(static argument => argument.Parameter is { Name: not "format" } parameter && !FrameworkTypes.IsFormatProvider(parameter.Type))
            .SelectMany(static argument => Operands.Elements(argument.Value)).ToList();
        return Unless(call, CompositeFormats.Of(Operands.Text(format), arguments, values));
    }

    private Finding? Values(CallSite call)
    {
        // 'Convert.ToString(value, toBase)' and 'Insert(index, …)' print nothing under a culture of these.
        if (call.Method.Parameters.Any(static parameter => parameter.Name == "toBase"))
            return null;
        if (call.Operation is Microsoft.CodeAnalysis.Operations.IMethodReferenceOperation)
            return Unless(call, call.Method.Parameters.Length > 0 ? values.OfType(call.Method.Parameters[0].Type) : Sensitivity.None);
        var most = Sensitivity.None;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { Name: not ("index" or "startIndex" or "count" or "charCount" or "valueCount" or "repeatCount" or "separator") })
                continue;
            foreach (var value in Operands.Elements(argument.Value))
            {
                var sensitivity = values.Of(value);
                if (sensitivity == Sensitivity.None && Operands.ElementType(value.Type) is { } element)
                    sensitivity = values.OfType(element);
                if (sensitivity > most)
                    most = sensitivity;
            }
        }

        return Unless(call, most);
    }

    private static Finding? Unless(CallSite call, Sensitivity sensitivity) =>
        sensitivity == Sensitivity.None || call.IsGivenCulture() ? null : call.Find(ShownText.Weigh(sensitivity, call.Operation), Remedies.Culture);
}
