using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>REEN2008: code whose outcome depends on the order of a collection that has none.</summary>
internal sealed class UnorderedEnumerationRule : IExpressionRule
{
    private const string OrderFirst = "order it first ('Order', or 'OrderBy' with an ordinal comparer), or keep it in a collection with an order";
    private const string OrderTies = "order equal elements too, with 'ThenBy' on a key that is unique";
    private const string OrderHere = "order it before it is handed on, or hand on a set or dictionary";

    private readonly UnorderedValues values;
    private readonly OrderUses uses;

    public UnorderedEnumerationRule(Compilation compilation)
    {
        var types = new CollectionTypes();
        values = new UnorderedValues(types);
        uses = new OrderUses(types, values, compilation.Assembly, ReenactSymbols.Of(compilation));
    }

    public Finding? Judge(IOperation operation)
    {
        if (values.Find(operation) is not { } value)
            return null;
        var use = uses.Of(operation, value.Form);
        if (use == OrderUse.None || SingleElement.Is(operation))
            return null;
        return new Finding(Descriptors.UnorderedEnumeration, Subject(value, operation), Remedy(use), operation.Syntax)
        {
            Severity = value.Order == CollectionOrder.Insertion || use == OrderUse.Possible ? DiagnosticSeverity.Info : null,
        };
    }

    private static string Subject(UnorderedValue value, IOperation operation) => value switch
    {
        { Type.ContainingType: { } outer } =>
            TypeNames.Short(outer) + "." + (operation is IPropertyReferenceOperation property ? property.Property.Name : value.Type.Name),
        { Type: { } type, Member: { } member } => TypeNames.Short(type) + "." + member.Name,
        { Type: { } type } => TypeNames.Short(type),
        { Member: { } member } => MessageNames.Of(member),
        _ => "",
    };

    private static string Remedy(OrderUse use) => use switch
    {
        OrderUse.Ties => OrderTies,
        OrderUse.Possible => OrderHere,
        _ => OrderFirst,
    };
}
