using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Calls;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>REEN3005: an argument of an asynchronous recorded call is changed while the call may still be under way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MutatedValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MutatedValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterCallAction(new MarkedNames(start.Compilation, symbols).Contains, (node, call) => Check(node, call, symbols));
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, IInvocationOperation call, ReenactSymbols symbols)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (!symbols.IsMarked(method) || MethodResult.Of(method, symbols.Known).Kind == ReturnKind.Direct || Statement(call) is not var (statement, task))
            return;
        if (statement.Parent is not IBlockOperation block)
            return;

        var after = block.Operations.SkipWhile(each => each != statement).Skip(1)
            .TakeWhile(each => task is null || !Mentions(each, task)).ToList();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter
                && !symbols.IsNotRecorded(parameter)
                && Sequences.Unwrap(argument.Value) is ILocalReferenceOperation { Local: { Type.IsReferenceType: true } local })
            {
                Report(context, after, local, method);
            }
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, List<IOperation> after, ILocalSymbol local, IMethodSymbol method)
    {
        foreach (var statement in after)
        {
            // Another object from here on; or nobody can tell.
            if (OwnCode(statement).Any(each => Assigns(each, local)))
                return;
            foreach (var change in OwnCode(statement).Where(each => Mutations.Changes(each, local)))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.MutatedValue, change.Syntax.GetLocation(), local.Name, MethodNames.ForPeople(method)));
            }
        }
    }

    /// <summary>The statement that makes the call without awaiting it, and the local that keeps its task; no local where nobody keeps it.</summary>
    private static (IOperation Statement, ILocalSymbol? Task)? Statement(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation)
            at = at.Parent;
        switch (at.Parent)
        {
            case IExpressionStatementOperation statement:
                return (statement, null);
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation statement }:
                return (statement, null);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation statement }:
                return (statement, target.Local);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent.Parent: IVariableDeclarationGroupOperation group } declarator }
                when group.Declarations.Length == 1 && group.Declarations[0].Declarators.Length == 1:
                return (group, declarator.Symbol);
            default:
                return null;
        }
    }

    private static bool Mentions(IOperation statement, ILocalSymbol local) => statement.DescendantsAndSelf().Any(each =>
        each is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local));

    private static bool Assigns(IOperation operation, ILocalSymbol local) => operation switch
    {
        IAssignmentOperation { Target: ILocalReferenceOperation target } => SymbolEqualityComparer.Default.Equals(target.Local, local),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: ILocalReferenceOperation passed } =>
            SymbolEqualityComparer.Default.Equals(passed.Local, local),
        _ => false,
    };

    /// <summary>Without lambdas and local functions: nobody can tell when they run.</summary>
    private static IEnumerable<IOperation> OwnCode(IOperation root)
    {
        var left = new Stack<IOperation>();
        left.Push(root);
        while (left.Count > 0)
        {
            var operation = left.Pop();
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
                continue;
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
                left.Push(child);
        }
    }
}
