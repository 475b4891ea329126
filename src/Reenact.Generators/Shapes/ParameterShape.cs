using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Shapes;

/// <summary>What a parameter is to a recording.</summary>
internal static class ParameterShape
{
    /// <summary>What is recorded of a parameter that has no problem, as far as its type can be recorded.</summary>
    public static ParameterRole Role(IParameterSymbol parameter, KnownTypes known)
    {
        if (IsPassedOn(parameter, known))
            return ParameterRole.PassedOn;

        return parameter.RefKind switch
        {
            RefKind.Ref => ParameterRole.Reference,
            RefKind.Out => ParameterRole.Output,
            RefKind.None when IsSpan(parameter.Type, "Span") => ParameterRole.Span,
            RefKind.None when IsProgress(parameter.Type) => ParameterRole.Progress,
            _ => ParameterRole.Argument,
        };
    }

    /// <summary>The type whose codec a parameter needs: an element's of a span, a report's of a progress, else its own.</summary>
    public static ITypeSymbol RecordedType(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && (IsAnySpan(parameter.Type) || IsProgress(parameter.Type))
            ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0]
            : parameter.Type;

    /// <summary>The codec of a parameter, given that of its recorded type.</summary>
    public static string Codec(IParameterSymbol parameter, string codec, SensitiveMark? mark)
    {
        if (!IsAnySpan(parameter.Type))
            return SensitiveValues.Codec(mark, RecordedType(parameter), codec);

        var element = TypeNames.InCode(RecordedType(parameter));
        var span = Emitted.Shims + RecordedType(parameter).SpecialType switch
        {
            SpecialType.System_Byte => "ByteSpanCodec",
            SpecialType.System_Char => "CharSpanCodec",
            _ => $"SpanCodec<{element}, {codec}>",
        };
        return mark is null ? span : $"{Emitted.Shims}RedactedSpanCodec<{element}, {span}, {mark.Reference}>";
    }

    /// <summary>Why a parameter can't be recorded whatever it holds, and what to do; null when there is nothing to say.</summary>
    public static (string Reason, string Remedy)? Problem(IParameterSymbol parameter, KnownTypes known)
    {
        const string LeaveOut = "leave it out with [IgnoreRecorded]";
        var type = parameter.Type;
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            return ("is a pointer, which means nothing in another process", "Take the data it points to");

        if (!IsRefLike(type))
            return null;

        var name = type is ITypeParameterSymbol ? $"of the type parameter {type.Name}, which may be a ref struct" : $"the ref struct {TypeNames.Short(type)}";
        if (parameter.RefKind != RefKind.None)
            return ($"is {name}, passed by {Passing(parameter.RefKind)}, and what it refers to can't be kept", "Pass an array or a Memory");

        return IsAnySpan(type) || KnownTypes.Find(parameter, known.IgnoreRecordedAttribute) is not null
            ? null
            : ($"is {name}, and what it refers to can't be kept", $"Take an array, a ReadOnlyMemory or a span, or {LeaveOut}");
    }

    /// <summary>The declaration's modifiers, each with a space after it: <c>scoped ref readonly </c>.</summary>
    public static string Modifiers(IParameterSymbol parameter)
    {
        foreach (var reference in parameter.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is ParameterSyntax declaration)
                return string.Concat(declaration.Modifiers.Select(static modifier => modifier.Text + " "));
        }

        return ModifiersInMetadata(parameter);
    }

    /// <summary>The full name of a parameter's type, with how it is passed before it: overloads may differ by nothing else.</summary>
    public static string FullType(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : Passing(parameter.RefKind) + " ") + TypeNames.Full(parameter.Type);

    public static bool IsToken(IParameterSymbol parameter, KnownTypes known) =>
        parameter.RefKind is RefKind.None or RefKind.In && SymbolEqualityComparer.Default.Equals(parameter.Type, known.CancellationToken);

    /// <summary>Whether a type lives on the stack only, or may.</summary>
    public static bool IsRefLike(ITypeSymbol type) => type.IsRefLikeType || type is ITypeParameterSymbol { AllowsRefLikeType: true };

    private static string ModifiersInMetadata(IParameterSymbol parameter)
    {
        var isScoped = parameter.ScopedKind == ScopedKind.ScopedValue ? !parameter.IsParams : parameter.ScopedKind == ScopedKind.ScopedRef && parameter.RefKind != RefKind.Out;
        return (parameter.IsParams ? "params " : "")
            + (isScoped ? "scoped " : "")
            + (parameter.RefKind == RefKind.None ? "" : Passing(parameter.RefKind) + " ");
    }

    private static bool IsPassedOn(IParameterSymbol parameter, KnownTypes known) =>
        Problem(parameter, known) is not null || IsToken(parameter, known) || KnownTypes.Find(parameter, known.IgnoreRecordedAttribute) is not null;

    private static bool IsAnySpan(ITypeSymbol type) => IsSpan(type, "Span") || IsSpan(type, "ReadOnlySpan");

    private static bool IsSpan(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { IsRefLikeType: true, Arity: 1 } && type.Name == name && TypeNames.Namespace(type) == "System";

    private static bool IsProgress(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IProgress", Arity: 1 } && TypeNames.Namespace(type) == "System";

    private static string Passing(RefKind kind) => kind == RefKind.RefReadOnlyParameter ? "ref readonly" : kind.ToString().ToLowerInvariant();
}
