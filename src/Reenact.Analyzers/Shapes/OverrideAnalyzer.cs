using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>REEN1006: a method overrides a marked one and is not marked itself, so its calls are not recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverrideAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the attribute to add, as code.</summary>
    public const string AttributeProperty = "Attribute";

    /// <summary>The property that is there where the new core would hide an inherited one.</summary>
    public const string HidesProperty = "Hides";

    /// <summary>The beginning of properties that hold the attribute to add to a parameter, by its place.</summary>
    public const string ParameterPropertyPrefix = "Parameter:";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.OverrideNotRecorded];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ReenactSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterSymbolAction(symbol => Check(symbol, symbols), SymbolKind.Method);
        });
    }

    private static void Check(SymbolAnalysisContext context, ReenactSymbols symbols)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsOverride || method.IsAbstract || method.PartialDefinitionPart is not null || symbols.IsMarked(method)
            || MarkedBase(method, symbols) is not { } marked
            || OnlyCallsBase(method, context.CancellationToken))
        {
            return;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(AttributeProperty, AttributeCode(marked, symbols));
        if (InheritsCoreName(method))
            properties = properties.Add(HidesProperty, "true");
        foreach (var parameter in marked.Parameters)
        {
            if (symbols.ParameterAttribute(parameter) is { } attribute && symbols.ParameterAttribute(method.Parameters[parameter.Ordinal]) is null)
                properties = properties.Add(ParameterPropertyPrefix + parameter.Ordinal, attribute);
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.OverrideNotRecorded,
            method.Locations[0],
            properties,
            MethodNames.ForPeople(method),
            MethodNames.ForPeople(marked),
            symbols.IsRecorded(marked) ? "Recorded" : "Replayed"));
    }

    private static IMethodSymbol? MarkedBase(IMethodSymbol method, ReenactSymbols symbols)
    {
        for (var at = method.OverriddenMethod; at is not null; at = at.OverriddenMethod)
        {
            if (symbols.IsMarked(at.OriginalDefinition))
                return at.OriginalDefinition;
        }

        return null;
    }

    /// <summary>A body that is one call of the overridden method leaves recording to it.</summary>
    private static bool OnlyCallsBase(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not MethodDeclarationSyntax declaration)
                continue;
            var only = declaration.Body is { Statements.Count: 1 } body ? body.Statements.First() : null;
            return IsCallOfBase(
                declaration.ExpressionBody?.Expression ?? (only as ReturnStatementSyntax)?.Expression ?? (only as ExpressionStatementSyntax)?.Expression,
                method.Name);
        }

        return false;
    }

    private static bool IsCallOfBase(ExpressionSyntax? expression, string name)
    {
        while (expression is AwaitExpressionSyntax or ParenthesizedExpressionSyntax)
            expression = expression is AwaitExpressionSyntax awaited ? awaited.Expression : ((ParenthesizedExpressionSyntax)expression).Expression;
        return expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } access } call =>
                access.Name.Identifier.ValueText == name && call.ArgumentList.Arguments.All(static argument => IsPassedOn(argument.Expression)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } access } =>
                IsCallOfBase(access.Expression, name),
            _ => false,
        };
    }

    /// <summary>Other arguments might do work of their own.</summary>
    private static bool IsPassedOn(ExpressionSyntax argument) =>
        argument is IdentifierNameSyntax or LiteralExpressionSyntax || argument.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static string AttributeCode(IMethodSymbol marked, ReenactSymbols symbols)
    {
        if (!symbols.IsRecorded(marked))
            return "Replayed";
        var arguments = new List<string>();
        var attribute = symbols.RecordedAttributeOf(marked)!;
        if (attribute.ConstructorArguments is { Length: 1 } given
            && given[0] is { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } kinds, Value: { } kind }
            && kinds.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, kind)) is { } named)
        {
            arguments.Add($"CallKind.{named.Name}");
        }

        arguments.AddRange(attribute.NamedArguments
            .Where(static argument => argument.Value.Value is true)
            .Select(static argument => $"{argument.Key} = true"));
        return arguments.Count == 0 ? "Recorded" : $"Recorded({string.Join(", ", arguments)})";
    }

    private static bool InheritsCoreName(IMethodSymbol method)
    {
        var core = CoreMethod.NameFor(method.Name);
        for (var type = method.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(core))
            {
                if (member is IMethodSymbol inherited && inherited.Parameters.Length == method.Parameters.Length
                    && inherited.DeclaredAccessibility != Accessibility.Private
                    && CoreMethod.DifferenceFrom(method, inherited) is null)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
