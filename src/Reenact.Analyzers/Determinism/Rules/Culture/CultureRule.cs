using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>REEN2009: what the culture or the time zone of the machine decides.</summary>
internal sealed class CultureRule : IExpressionRule
{
    private static readonly Func<CallSite, Finding?> Nothing = static _ => null;

    private readonly ConcurrentDictionary<IMethodSymbol, Func<CallSite, Finding?>> checks = new(SymbolEqualityComparer.Default);
    private readonly FormattedValues values = new(new FormattedTypes());
    private readonly FormattingCalls formatting;
    private readonly Func<IMethodSymbol, Func<CallSite, Finding?>> decide;

    public CultureRule()
    {
        formatting = new FormattingCalls(values);
        decide = Decide;
    }

    public Finding? Judge(IOperation operation) => operation switch
    {
        IInvocationOperation call => Call(new CallSite(call, call.TargetMethod, call.Instance, call.Arguments)),
        IObjectCreationOperation { Constructor: { } constructor } creation => Call(new CallSite(creation, constructor, instance: null, creation.Arguments)),
        IMethodReferenceOperation group => Call(new CallSite(group, group.Method, group.Instance, [])),
        IConversionOperation conversion => values.InConcatenation(conversion) ?? TimeZones.Converted(conversion),
        IInterpolationOperation or IInterpolatedStringAppendOperation => values.InInterpolation(operation),
        IFieldReferenceOperation field => TextCalls.Named(field.Field, field) ?? EmptySorted(field.Field, field),
        IPropertyReferenceOperation property => TextCalls.Named(property.Property, property) ?? TimeZones.Read(property),
        ICollectionExpressionOperation collection when SortedTypes.Follow(SortOrder.KeyOf(collection.Type)) => Sorted(collection.Type!, collection),
        _ => null,
    };

    private static Finding? EmptySorted(IFieldSymbol field, IOperation operation) =>
        field is { Name: "Empty", IsStatic: true } && !SortOrder.IsGivenComparer(operation) && SortedTypes.Follow(SortOrder.KeyOf(field.ContainingType)) ? Sorted(field.ContainingType, operation) : null;

    private static Finding Sorted(ITypeSymbol type, IOperation operation) =>
        new(Descriptors.CultureAndTimeZone, type.Name, "make it with 'StringComparer.Ordinal'", operation.Syntax);

    private Finding? Call(CallSite call) => checks.GetOrAdd(call.Method.OriginalDefinition, decide)(call);

    private Func<CallSite, Finding?> Decide(IMethodSymbol method) =>
        (method.MethodKind == MethodKind.Constructor ? null : formatting.For(method) ?? ParsingCalls.For(method) ?? TextCalls.For(method))
        ?? SortOrder.For(method) ?? TimeZones.For(method) ?? Nothing;
}
