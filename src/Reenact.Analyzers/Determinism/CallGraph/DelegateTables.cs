using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Delegates in collections that fields and properties hold, such as tables of tools.</summary>
internal static class DelegateTables
{
    /// <summary>The field, property or parameter whose collection a delegate is taken from: <c>tools["a"]</c>; null for other expressions.</summary>
    public static IOperation? Of(IOperation source) => source switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table } => Holder(table),
        IArrayElementReferenceOperation element => Holder(element.ArrayReference),
        ILocalReferenceOperation { Local: { } local } => Enumerated(local, source),
        _ => null,
    };

    /// <summary>The delegates that an operation puts into collections of fields and properties; null for one that nobody knows.</summary>
    public static IEnumerable<(ISymbol Holder, IOperation? Value)> Assigned(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Type.TypeKind: TypeKind.Delegate, Instance: { } table } } assignment => Into(table, assignment.Value),
        IAssignmentOperation { Target: IArrayElementReferenceOperation { Type.TypeKind: TypeKind.Delegate } element } assignment => Into(element.ArrayReference, assignment.Value),
        IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Type: { } type } target } assignment when IsTable(type) =>
            Content(assignment.Value).Select(value => (target.Member, value)),
        IFieldInitializerOperation { Value: { Type: { } type } value } field when IsTable(type) =>
            field.InitializedFields.SelectMany(each => Content(value).Select(content => ((ISymbol)each, content))),
        IPropertyInitializerOperation { Value: { Type: { } type } value } property when IsTable(type) =>
            property.InitializedProperties.SelectMany(each => Content(value).Select(content => ((ISymbol)each, content))),
        IInvocationOperation { Instance: { Type: { } type } table } call when call.Arguments.Length > 0 && IsTable(type) =>
            call.Arguments.Where(static argument => argument.Value.Type?.TypeKind == TypeKind.Delegate && argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Delegate })
                .Where(static argument => argument.Parameter is { RefKind: RefKind.None, OriginalDefinition.Type: ITypeParameterSymbol })
                .SelectMany(argument => Into(table, argument.Value)),
        _ => [],
    };

    /// <summary>A collection of delegates, by its elements or values.</summary>
    private static bool IsTable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.TypeKind == TypeKind.Delegate,
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate } named => named.TypeArguments.Any(static argument => argument.TypeKind == TypeKind.Delegate),
        _ => false,
    };

    private static IEnumerable<(ISymbol Holder, IOperation? Value)> Into(IOperation table, IOperation value) =>
        Holder(table) is IMemberReferenceOperation { Member: var member } ? [(member, value)] : [];

    /// <summary>The delegates that make up a new collection; null for a collection that was made elsewhere.</summary>
    private static IEnumerable<IOperation?> Content(IOperation value)
    {
        value = Delegates.Unwrap(value);
        if (value is not (IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation))
            return value is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation ? [] : [null];
        return value.Descendants().OfType<IDelegateCreationOperation>().Where(created => !IsWithinAnother(created, value));
    }

    private static bool IsWithinAnother(IOperation created, IOperation table)
    {
        for (var at = created.Parent; at is not null && at != table; at = at.Parent)
        {
            if (at is IDelegateCreationOperation or IAnonymousFunctionOperation)
                return true;
        }

        return false;
    }

    private static IOperation? Holder(IOperation table) => DelegateValues.Source(table) switch
    {
        // The values of a dictionary.
        IPropertyReferenceOperation { Property: { IsIndexer: false, Name: "Values" }, Instance: { } instance } => Holder(instance),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } held => held,
        IParameterReferenceOperation parameter => parameter,
        _ => null,
    };

    private static IOperation? Enumerated(ILocalSymbol local, IOperation use)
    {
        var table = local.FirstDeclaration() switch
        {
            ForEachStatementSyntax loop => loop.Expression,
            SingleVariableDesignationSyntax
            {
                Parent.Parent.Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue", Expression: var map } },
            } => map,
            _ => null,
        };
        return table is not null && table.SyntaxTree == use.Syntax.SyntaxTree && use.SemanticModel?.GetOperation(table) is { } operation ? Holder(operation) : null;
    }
}
