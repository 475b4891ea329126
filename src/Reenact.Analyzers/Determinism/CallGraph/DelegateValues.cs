using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Where delegates come from and where they are kept.</summary>
internal static class DelegateValues
{
    // A local that is initialized with a local that is initialized with a local …
    private const int MostLocals = 8;

    /// <summary>The expression that a delegate comes from: through conversions, <c>?.</c> and locals that are initialized once.</summary>
    public static IOperation Source(IOperation value)
    {
        for (var i = 0; i < MostLocals; i++)
        {
            value = Delegates.Unwrap(value);
            if (value is IConditionalAccessInstanceOperation && ConditionalOn(value) is { } receiver)
                value = receiver;
            else if (value is ILocalReferenceOperation { Local: var local } && Initializer(local, value) is { } initializer)
                value = initializer;
            else
                break;
        }

        return Delegates.Unwrap(value);
    }

    /// <summary>The expressions that a delegate may come from, also through <c>??</c> and <c>?:</c>.</summary>
    public static IEnumerable<IOperation> Sources(IOperation value)
    {
        // Code that is half typed may make a local of itself.
        var seen = new HashSet<SyntaxNode>();
        var left = new Stack<IOperation>();
        left.Push(value);
        while (left.Count > 0)
        {
            var source = Source(left.Pop());
            if (!seen.Add(source.Syntax))
                continue;
            if (source is ICoalesceOperation coalesce)
            {
                left.Push(coalesce.WhenNull);
                left.Push(coalesce.Value);
            }
            else if (source is IConditionalOperation { WhenFalse: { } otherwise } conditional)
            {
                left.Push(otherwise);
                left.Push(conditional.WhenTrue);
            }
            else
            {
                yield return source;
            }
        }
    }

    /// <summary>The fields, properties and events that an operation gives a delegate. Null where the value is not a delegate's own expression.</summary>
    public static IEnumerable<(ISymbol Holder, IOperation? Value)> Assigned(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Type.TypeKind: TypeKind.Delegate } target } assignment:
                return [(target.Member, assignment.Value)];
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: var raised } } assignment:
                return [(raised, assignment.HandlerValue)];
            case IFieldInitializerOperation { Value.Type.TypeKind: TypeKind.Delegate } field:
                return field.InitializedFields.Select(each => ((ISymbol)each, (IOperation?)field.Value));
            case IPropertyInitializerOperation { Value.Type.TypeKind: TypeKind.Delegate } property:
                return property.InitializedProperties.Select(each => ((ISymbol)each, (IOperation?)property.Value));
            case IDeconstructionAssignmentOperation { Target: ITupleOperation targets }:
                return Elements(targets).OfType<IMemberReferenceOperation>()
                    .Where(static each => each is { Member: IFieldSymbol or IPropertySymbol, Type.TypeKind: TypeKind.Delegate })
                    .Select(static each => (each.Member, (IOperation?)null));
            // Whoever has a reference may put anything there.
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: IFieldReferenceOperation { Type.TypeKind: TypeKind.Delegate } field }:
                return [(field.Field, null)];
            default:
                return [];
        }
    }

    /// <summary>Whether the field, property or event keeps what it was given: an accessor with a body is followed instead.</summary>
    public static bool Holds(ISymbol member) => member switch
    {
        IPropertySymbol property => property.FirstDeclaration() is PropertyDeclarationSyntax
        {
            ExpressionBody: null, AccessorList.Accessors: var accessors,
        } && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }),
        _ => true,
    };

    /// <summary>Whether code does more with a delegate than call it, hand it on as one, or ask whether it is there.</summary>
    public static bool IsKept(IOperation reference)
    {
        var value = reference;
        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IInvocationOperation call => call.Instance != value,
            IArgumentOperation { Parent: not IInvocationOperation } => true,
            IArgumentOperation argument => argument.Parameter?.Type is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Delegate },
            IConditionalAccessOperation access => access.Operation != value,
            IBinaryOperation or IIsPatternOperation or IIsTypeOperation => false,
            _ => true,
        };
    }

    private static IEnumerable<IOperation> Elements(ITupleOperation tuple) =>
        tuple.Elements.SelectMany(static each => each is ITupleOperation inner ? Elements(inner) : [each]);

    private static IOperation? ConditionalOn(IOperation instance)
    {
        for (var at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access)
                return access.Operation;
        }

        return null;
    }

    private static IOperation? Initializer(ILocalSymbol local, IOperation use) =>
        local.FirstDeclaration() is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel?.GetOperation(value)
            : null;
}
