using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Recognises where code asks for a hash code, and tells how stable that is. One instance per compilation; thread-safe.</summary>
internal sealed class HashCodeCalls
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    private readonly TypeHashCodes types;
    private readonly INamedTypeSymbol? hashCode;
    private readonly INamedTypeSymbol? runtimeHelpers;
    private readonly INamedTypeSymbol? stringComparer;
    private readonly INamedTypeSymbol? compareInfo;
    private readonly INamedTypeSymbol? referenceComparer;
    private readonly INamedTypeSymbol? defaultComparer;
    private readonly INamedTypeSymbol? structuralComparisons;

    public HashCodeCalls(Compilation compilation)
    {
        types = new TypeHashCodes(new OverriddenHashCodes(compilation, Judge).Of);
        hashCode = compilation.GetTypeByMetadataName("System.HashCode");
        runtimeHelpers = compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RuntimeHelpers");
        stringComparer = compilation.GetTypeByMetadataName("System.StringComparer");
        compareInfo = compilation.GetTypeByMetadataName("System.Globalization.CompareInfo");
        referenceComparer = compilation.GetTypeByMetadataName("System.Collections.Generic.ReferenceEqualityComparer");
        defaultComparer = compilation.GetTypeByMetadataName("System.Collections.Generic.EqualityComparer`1");
        structuralComparisons = compilation.GetTypeByMetadataName("System.Collections.StructuralComparisons");
    }

    /// <summary>The hash code tells objects apart, and not what they hold.</summary>
    public static bool IsIdentity(IMethodSymbol method) =>
        method.ContainingType is { SpecialType: SpecialType.System_Object } or { Name: "RuntimeHelpers" or "ReferenceEqualityComparer" };

    /// <summary>Stable for everything that asks for no hash code.</summary>
    public HashCodeStability Judge(IOperation operation)
    {
        var (method, receiver) = Called(operation);
        switch (method?.Name)
        {
            case "Combine" or "ToHashCode" when Same.Equals(method.ContainingType, hashCode):
                return HashCodeStability.Unstable;
            case nameof(GetHashCode) when method.IsStatic:
                return method.ContainingType.SpecialType == SpecialType.System_String || Same.Equals(method.ContainingType, runtimeHelpers)
                    ? HashCodeStability.Unstable
                    : HashCodeStability.Stable;
            case nameof(GetHashCode) when receiver is not null:
                return method.Parameters.IsEmpty ? OfValue(receiver) : OfComparer(method, receiver, operation);
            default:
                return HashCodeStability.Stable;
        }
    }

    /// <summary>The method that is asked, and the type whose hash code it is; null where the method alone says it.</summary>
    public (IMethodSymbol Method, ITypeSymbol? Hashed) Hashed(IOperation operation)
    {
        var (method, receiver) = Called(operation);
        return (method!, receiver is null || Same.Equals(method!.ContainingType, hashCode) ? null : Unwrap(receiver).Type);
    }

    private static (IMethodSymbol? Method, IOperation? Receiver) Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => (call.TargetMethod, call.Instance),
        IMethodReferenceOperation group => (group.Method, group.Instance),
        _ => default,
    };

    private HashCodeStability OfValue(IOperation value) => Unwrap(value) switch
    {
        // Past all overrides.
        { Type.SpecialType: SpecialType.System_Object, Syntax: BaseExpressionSyntax } => HashCodeStability.Unstable,
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_Object } => HashCodeStability.Unstable,
        { Type: { } type } => types.Of(type),
        _ => HashCodeStability.Stable,
    };

    private HashCodeStability OfComparer(IMethodSymbol method, IOperation receiver, IOperation operation)
    {
        var comparer = Unwrap(receiver);
        var type = comparer.Type;
        if (method.ContainingType.SpecialType == SpecialType.System_String || Same.Equals(type, compareInfo) || Same.Equals(type, referenceComparer))
            return HashCodeStability.Unstable;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same.Equals(at, stringComparer))
                return HashCodeStability.Unstable;
        }

        // Other comparers may be anything.
        if (comparer is not IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: var source } property })
            return HashCodeStability.Stable;
        if (property.Name == "StructuralEqualityComparer" && Same.Equals(source, structuralComparisons))
            return Argument(operation) is { } whole && Unwrap(whole).Type is IArrayTypeSymbol ? HashCodeStability.Unstable : HashCodeStability.Stable;
        if (property.Name != "Default" || !Same.Equals(source.OriginalDefinition, defaultComparer))
            return HashCodeStability.Stable;
        return Argument(operation) is { } argument ? OfValue(argument) : types.Of(source.TypeArguments[0]);
    }

    private static IOperation? Argument(IOperation operation) => (operation as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value;

    /// <summary>What a value was before it was seen as an object or an interface.</summary>
    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true, Conversion.IsImplicit: true, Operand.Type: not null }
            or IParenthesizedOperation)
        {
            value = value.ChildOperations.First();
        }

        return value;
    }
}
