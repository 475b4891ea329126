using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>A call that can be the core of a recorded method, and what that method takes.</summary>
internal sealed class ExtractedCall
{
    private ExtractedCall(InvocationExpressionSyntax syntax, IMethodSymbol target, MemberDeclarationSyntax member, IReadOnlyList<ExtractedVariable> variables, bool isStatic)
    {
        Syntax = syntax;
        Target = target;
        Member = member;
        Variables = variables;
        IsStatic = isStatic;
    }

    public InvocationExpressionSyntax Syntax { get; }

    /// <summary>What is called.</summary>
    public IMethodSymbol Target { get; }

    /// <summary>The member that calls it.</summary>
    public MemberDeclarationSyntax Member { get; }

    /// <summary>The locals and parameters that the call uses, each once, in order.</summary>
    public IReadOnlyList<ExtractedVariable> Variables { get; }

    /// <summary>Whether there is no instance where the call stands.</summary>
    public bool IsStatic { get; }

    /// <summary>Null where the call's result can't be recorded, or the call can't stand in another method.</summary>
    public static ExtractedCall? Find(InvocationExpressionSyntax syntax, RewriteContext within)
    {
        if (within.Operation(syntax) is not IInvocationOperation { TargetMethod: var target } operation || !RecordableTypes.IsResult(target.ReturnType) || target.ReturnsByRef
            || syntax.Expression is not (MemberAccessExpressionSyntax or SimpleNameSyntax)
            || syntax.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault() is not { Parent: ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax } member
            || member is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax) || member is ConstructorDeclarationSyntax
            || syntax.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or DeclarationExpressionSyntax or DeclarationPatternSyntax or BaseExpressionSyntax)
            || StateChanges.Any(operation))
        {
            return null;
        }

        var variables = new List<ExtractedVariable>();
        foreach (var name in syntax.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            switch (within.Model.GetSymbolInfo(name, within.CancellationToken).Symbol)
            {
                case ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } or IRangeVariableSymbol:
                    return null;
                case ISymbol variable and (ILocalSymbol or IParameterSymbol) when IsOfOutside(variable, syntax) && !IsPrimary(variable):
                    if (!RecordableTypes.CanBePassed(RecordableTypes.TypeOf(variable)) || WrittenExpressions.IsWritten(name))
                        return null;
                    ExtractedVariable.Use(variables, variable, within.Model.GetTypeInfo(name, within.CancellationToken).Nullability);
                    break;
            }
        }

        return new ExtractedCall(syntax, target, member, variables, IsInStatic(within.Model.GetEnclosingSymbol(syntax.SpanStart, within.CancellationToken)));
    }

    private static bool IsOfOutside(ISymbol variable, InvocationExpressionSyntax syntax) =>
        variable.DeclaringSyntaxReferences.All(reference => !syntax.Span.Contains(reference.Span));

    /// <summary>Parameters of the type itself can be seen from all its methods.</summary>
    private static bool IsPrimary(ISymbol variable) =>
        variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    private static bool IsInStatic(ISymbol? symbol)
    {
        for (; symbol is not (null or INamedTypeSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.IsStatic)
                return true;
        }

        return false;
    }
}
