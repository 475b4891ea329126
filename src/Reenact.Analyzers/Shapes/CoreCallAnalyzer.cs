using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Calls;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1005: a core is called, or made a delegate of, so that the call is not recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreCallAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the name of the marked method; absent where it can't be called in the core's place.</summary>
    public const string MethodProperty = "Method";

    /// <summary>The beginning of properties that hold the marked method's name of a parameter, where the core's differs.</summary>
    public const string ParameterPropertyPrefix = "Parameter:";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.CoreCalled];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterUseAction(CoreCalls.IsCoreName, (node, use) =>
            {
                if (use is IInvocationOperation call)
                    Check(node, use, call.TargetMethod, call.Instance, symbols);
                else if (use is IMethodReferenceOperation reference)
                    Check(node, use, reference.Method, reference.Instance, symbols);
            });
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, IOperation use, IMethodSymbol core, IOperation? receiver, ReenactSymbols symbols)
    {
        if (CoreCalls.MarkedMethodOf(core, symbols) is not { } marked
            || IsInNameOf(use)
            || context.ContainingSymbol is not { } caller
            || IsPartOfTheCall(caller, core, marked, receiver, symbols)
            || TestCode.Contains(caller))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.CoreCalled,
            Name(use.Syntax).GetLocation(),
            FixProperties(core, marked),
            core.Name,
            $"{marked.ContainingType.Name}.{marked.Name}"));
    }

    /// <summary>An overriding core that calls the one it overrides, or a recorded core that calls itself, is within the recorded call.</summary>
    private static bool IsPartOfTheCall(
        ISymbol caller, IMethodSymbol core, IMethodSymbol marked, IOperation? receiver, ReenactSymbols symbols)
    {
        if (caller is not IMethodSymbol method || CoreCalls.MarkedMethodOf(method, symbols) is not { } callersMarked)
            return false;
        if (receiver is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } && Overrides(method, core))
            return true;
        return symbols.IsRecorded(marked) && SymbolEqualityComparer.Default.Equals(callersMarked, marked);
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol core)
    {
        for (var at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, core.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static bool IsInNameOf(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is INameOfOperation)
                return true;
        }

        return false;
    }

    private static SyntaxNode Name(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => Name(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => node,
    };

    private static ImmutableDictionary<string, string?> FixProperties(IMethodSymbol core, IMethodSymbol marked)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (core.IsStatic != marked.IsStatic)
            return properties;
        properties = properties.Add(MethodProperty, marked.Name);
        for (var i = 0; i < marked.Parameters.Length; i++)
        {
            if (core.Parameters[i].Name != marked.Parameters[i].Name)
                properties = properties.SetItem(ParameterPropertyPrefix + core.Parameters[i].Name, marked.Parameters[i].Name);
        }

        return properties;
    }
}
