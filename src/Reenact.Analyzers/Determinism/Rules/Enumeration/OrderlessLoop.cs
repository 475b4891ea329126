using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>
/// Recognises <c>foreach</c> loops that come to the same in whatever order they run: they count, add integers up, fill sets and dictionaries,
/// set flags, or leave with a constant. What it can't prove, it doesn't recognise.
/// </summary>
internal sealed class OrderlessLoop
{
    private readonly LoopVariables variables;
    private readonly PureCode pure;
    private readonly LoopChanges changes;

    /// <summary>The ways to leave the loop: of two, the order would choose one.</summary>
    private readonly HashSet<string> exits = new(StringComparer.Ordinal);

    private OrderlessLoop(IForEachLoopOperation loop, CollectionTypes types)
    {
        variables = new LoopVariables(loop);
        pure = new PureCode(types, variables);
        changes = new LoopChanges(types, variables, pure);
    }

    public static bool Is(IForEachLoopOperation loop, CollectionTypes types)
    {
        if (loop.IsAsynchronous)
            return false;
        var body = new OrderlessLoop(loop, types);
        if (!body.Allows(loop.Body))
            return false;

        // A loop that stops somewhere has changed things for some of the elements.
        return body.exits.Count == 0 || (body.exits.Count == 1 && !body.changes.Any)
            ? !body.changes.AreRead
            : false;
    }

    private bool Allows(IOperation? statement)
    {
        switch (statement)
        {
            case null or IEmptyOperation or IBranchOperation { BranchKind: BranchKind.Continue }:
                return true;
            case IBlockOperation block:
                return AllowsAll(block.Operations);
            case IConditionalOperation condition:
                return changes.IsExtreme(condition) || (pure.Is(condition.Condition) && Allows(condition.WhenTrue) && Allows(condition.WhenFalse));
            case IVariableDeclarationGroupOperation group:
                return group.Declarations.All(declaration => declaration.Declarators.All(Declares));
            case IForEachLoopOperation { IsAsynchronous: false } inner:
                variables.AddNested(inner);
                return pure.Is(inner.Collection) && !IsLeft(inner) && Allows(inner.Body);
            case IExpressionStatementOperation { Operation: IThrowOperation thrown }:
                return Throws(thrown);
            case IThrowOperation thrown:
                return Throws(thrown);
            case IExpressionStatementOperation effect:
                return changes.Allow(effect.Operation);
            default:
                return Exit(statement) is { } exit && Leave(exit);
        }
    }

    private bool AllowsAll(ImmutableArray<IOperation> statements)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            // '{ found = true; break; }'
            if (i + 2 == statements.Length && Exit(statements[i + 1]) is { } exit && Flag(statements[i]) is { } flag)
                return Leave(flag + exit);
            if (!Allows(statements[i]))
                return false;
        }

        return true;
    }

    private bool Leave(string exit)
    {
        exits.Add(exit);
        return true;
    }

    private static string? Exit(IOperation statement) => statement switch
    {
        IBranchOperation { BranchKind: BranchKind.Break } => "break",
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: null } => "return",
        IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => LoopChanges.Constant(value) is { } constant ? "return " + constant : null,
        _ => null,
    };

    /// <summary>A variable that is set to a constant, as text.</summary>
    private string? Flag(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment }
        && changes.Symbol(assignment.Target) is { } variable
        && !pure.Reads(variable)
        && LoopChanges.Constant(assignment.Value) is { } constant
            ? $"{variable.Name} = {constant}; "
            : null;

    /// <summary>An inner loop that is left early is not looked into.</summary>
    private static bool IsLeft(IForEachLoopOperation loop) =>
        loop.Body.Descendants().Any(static each => each is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation or IThrowOperation);

    private bool Throws(IThrowOperation thrown) =>
        pure.Is(thrown.Exception) && !thrown.Descendants().Any(variables.Mentions) && Leave("throw " + thrown.Syntax);

    private bool Declares(IVariableDeclaratorOperation declarator)
    {
        variables.AddOwn(declarator.Symbol);
        return declarator.Initializer is not { } initializer || pure.Is(initializer.Value);
    }
}
