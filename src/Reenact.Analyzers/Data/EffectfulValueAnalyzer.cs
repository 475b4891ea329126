using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Calls;
using Reenact.Analyzers.Shapes;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>REEN3004: a recorded value has a getter that changes something, or is a sequence that is computed each time it is enumerated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectfulValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EffectfulValue];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var effects = new GetterEffects(start.Compilation);
            start.RegisterSymbolAction(symbol => CheckGetters(symbol, symbols, effects), SymbolKind.Method);
            start.RegisterCallAction(new MarkedNames(start.Compilation, symbols).Contains, (node, call) => CheckArguments(node, call, symbols));
            start.RegisterSyntaxNodeAction(node => CheckResults(node, symbols), SyntaxKind.MethodDeclaration);
        });
    }

    private static void CheckGetters(SymbolAnalysisContext context, ReenactSymbols symbols, GetterEffects effects)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !symbols.IsMarked(method))
            return;
        foreach (var value in symbols.RecordedValues(method, context.CancellationToken))
        {
            foreach (var member in RecordedTypes.Members(value.Type, symbols.Known, context.CancellationToken))
            {
                if (member is IPropertySymbol property && effects.Of(property, context.CancellationToken) is { } effect)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.EffectfulValue,
                        value.Location,
                        [property.Locations[0]],
                        $"{property.ContainingType.Name}.{property.Name}",
                        $"is read when {MethodNames.ForPeople(method)} is recorded, and its getter {effect}",
                        "Compute it without side effects, or leave it out with [IgnoreRecorded]"));
                }
            }
        }
    }

    private static void CheckArguments(SyntaxNodeAnalysisContext context, IInvocationOperation call, ReenactSymbols symbols)
    {
        if (!symbols.IsMarked(call.TargetMethod.ReducedFrom ?? call.TargetMethod))
            return;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter || symbols.IsNotRecorded(parameter))
                continue;
            if (Sequences.IsSequence(parameter.Type) && Sequences.Describe(argument.Value, context.CancellationToken) is { } description)
                Report(context, argument.Value, $"'{parameter.Name}'", $"{description}, which recording the call enumerates before {MethodNames.ForPeople(call.TargetMethod)} does");
            foreach (var (sequence, inside) in LazyValues.InMembers(argument.Value, context.CancellationToken))
                Report(context, sequence, $"A member of '{parameter.Name}'", $"{inside}, which recording the call enumerates before {MethodNames.ForPeople(call.TargetMethod)} does");
        }
    }

    /// <summary>A result that is itself a sequence is made a list when it is recorded; what it holds is not.</summary>
    private static void CheckResults(SyntaxNodeAnalysisContext context, ReenactSymbols symbols)
    {
        if (!CoreCalls.IsCoreName(((MethodDeclarationSyntax)context.Node).Identifier.ValueText)
            || context.ContainingSymbol is not IMethodSymbol method
            || CoreCalls.MarkedMethodOf(method, symbols) is not { } marked
            || context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is not { } body)
        {
            return;
        }

        foreach (var statement in body.Descendants().OfType<IReturnOperation>())
        {
            if (statement is not { Kind: OperationKind.Return, ReturnedValue: { } value } || IsInInnerFunction(statement))
                continue;
            foreach (var (sequence, inside) in LazyValues.InMembers(value, context.CancellationToken))
                Report(context, sequence, "A member of the result", $"{inside}, which recording {MethodNames.ForPeople(marked)} enumerates before its caller does");
        }
    }

    private static void Report(SyntaxNodeAnalysisContext context, IOperation value, string subject, string reason) => context.ReportDiagnostic(
        Diagnostic.Create(Descriptors.EffectfulValue, value.Syntax.GetLocation(), subject, reason, "Make a list of it first, with ToList()"));

    private static bool IsInInnerFunction(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }
}
