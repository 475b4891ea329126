using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Fixes REEN2009 where the invariant culture, or ordinal order, means the same as the code does under the invariant culture.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InvariantCultureCodeFix : CodeFixProvider
{
    private static readonly ExpressionFix Fix = new("Use the invariant culture", static (node, _, within) => Rewrite(node, within));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CultureAndTimeZone.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static IReadOnlyList<Edit> Rewrite(SyntaxNode node, RewriteContext within)
    {
        var names = new InvariantNames(within, node.SpanStart);
        if (node is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text })
            return One(new InvariantTexts(within, names).Interpolated(text));
        if (node is not ExpressionSyntax expression || within.Operation(expression) is not { } operation)
            return [];
        if (InvariantTexts.IsConcatenated(operation))
            return One(new InvariantTexts(within, names).Concatenated(expression, operation));
        return operation switch
        {
            IInvocationOperation call when expression is InvocationExpressionSyntax syntax => Call(call, syntax, within, names),
            IObjectCreationOperation creation => One(new OrdinalText(within, names).Created(creation)),
            IMemberReferenceOperation named => One(new OrdinalText(within, names).Named(named, expression)),
            _ => [],
        };
    }

    private static IReadOnlyList<Edit> Call(IInvocationOperation call, InvocationExpressionSyntax syntax, RewriteContext within, InvariantNames names)
    {
        if (new OrdinalText(within, names).Called(call, syntax) is { } ordinal)
            return [ordinal];
        if (new InvariantCalls(within, names).Called(call, syntax) is { } invariant)
            return [invariant];
        return new InvariantTexts(within, names).Values(call);
    }

    private static IReadOnlyList<Edit> One(Edit? edit) => edit is null ? [] : [edit];
}
