using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Calls;

namespace Reenact.Analyzers.Testing;

/// <summary>REEN1010: a test that runs live calls a method with side effects that its options don't name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SideEffectAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnnamedSideEffect];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Reenact.Testing.ReenactTest") is not { } test || ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var calls = new SideEffectCalls(start.Compilation, symbols);
            start.RegisterCallAction(LiveTestCall.IsMeant, (node, invocation) => Report(node, invocation, test, calls));
        });
    }

    private static void Report(SyntaxNodeAnalysisContext context, IInvocationOperation invocation, INamedTypeSymbol test, SideEffectCalls calls)
    {
        if (LiveTestCall.Of(invocation, test) is not { } call)
            return;
        foreach (var (method, way) in calls.Of(call.Code, context.CancellationToken))
        {
            var name = calls.NameOf(method);
            if (!call.Allows(name))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnnamedSideEffect, Place(invocation), name, way));
        }
    }

    private static Location Place(IInvocationOperation call) =>
        (call.Syntax is InvocationExpressionSyntax syntax ? syntax.Expression : call.Syntax).GetLocation();
}
