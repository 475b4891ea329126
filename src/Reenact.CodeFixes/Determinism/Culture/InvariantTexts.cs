using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Formats what goes into texts under the invariant culture.</summary>
internal sealed class InvariantTexts(RewriteContext within, InvariantNames names)
{
    private static readonly FormattedValues Formatted = new(new FormattedTypes());

    /// <summary>Whether an expression is formatted because it is concatenated to a string.</summary>
    public static bool IsConcatenated(IOperation operation) =>
        operation.Parent is IConversionOperation boxing && Formatted.InConcatenation(boxing) is not null;

    /// <summary><c>string.Create(CultureInfo.InvariantCulture, $"…")</c>, or the culture for the call that takes the text as its handler.</summary>
    public Edit? Interpolated(InterpolatedStringExpressionSyntax text)
    {
        if (HandlerCall(text) is { } call)
            return call;
        if (within.Operation(text) is not IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String })
            return null;
        // A handler can't live across an await.
        var awaits = text.DescendantNodes().OfType<AwaitExpressionSyntax>().Any();
        var create = within.Model.Compilation.GetSpecialType(SpecialType.System_String).GetMembers("Create").OfType<IMethodSymbol>()
            .Any(static method => method.Parameters.Length == 2 && FrameworkTypes.IsFormatProvider(method.Parameters[0].Type));
        if (create && !awaits)
        {
            var callee = SyntaxFactory.ParseExpression("string.Create");
            return Edit.Of<ExpressionSyntax>(text, current => Invoke(callee, names.Culture, current));
        }

        return Edit.Of<ExpressionSyntax>(text, current => Invoke(names.Invariant, current));
    }

    public Edit? Concatenated(ExpressionSyntax expression, IOperation operation)
    {
        var target = expression.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : expression;
        return Converted(operation.Type) is { } convert ? Edit.Of(target, convert) : null;
    }

    /// <summary>Each value that a call turns into text, where they all can be: it becomes its text.</summary>
    public IReadOnlyList<Edit> Values(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Append" or "Insert" or "AppendJoin" or "Concat" or "Join"))
            return [];
        var edits = new List<Edit>();
        foreach (var value in call.Arguments.SelectMany(static argument => Operands.Elements(argument.Value)))
        {
            if (value.Syntax is not ExpressionSyntax expression)
                continue;
            if (Formatted.Of(value) != Sensitivity.None)
            {
                // What a cast boxed is its text without the cast.
                if (Converted(value.Type) is not { } convert)
                    return [];
                var whole = Whole(expression);
                edits.Add(Edit.Of(whole, _ => convert(expression.WithoutTrivia())));
            }
            else if (Operands.ElementType(value.Type) is { } element && Formatted.OfType(element) != Sensitivity.None)
            {
                if (Converted(element) is not { } convert || !HasSelect(expression, value.Type!))
                    return [];
                edits.Add(Edit.Of(expression, current => Selected(current, convert)));
            }
        }

        return edits;
    }

    private static ExpressionSyntax Whole(ExpressionSyntax expression)
    {
        var whole = expression;
        while (whole.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            whole = (ExpressionSyntax)whole.Parent;
        return whole;
    }

    private bool HasSelect(ExpressionSyntax expression, ITypeSymbol type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol
        && within.Model.LookupSymbols(expression.SpanStart, type, "Select", includeReducedExtensionMethods: true).Length > 0;

    private static InvocationExpressionSyntax Selected(ExpressionSyntax sequence, Func<ExpressionSyntax, ExpressionSyntax> convert)
    {
        var lambda = SyntaxFactory.ParseExpression("static value => x") as SimpleLambdaExpressionSyntax;
        return Invoke(Access(sequence, "Select"), lambda!.WithExpressionBody(convert(SyntaxFactory.IdentifierName("value"))));
    }

    /// <summary>What makes text of a value of a type; null where the type has no <c>ToString</c> that takes a culture.</summary>
    private Func<ExpressionSyntax, ExpressionSyntax>? Converted(ITypeSymbol? type)
    {
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        if (underlying?.GetMembers("ToString").OfType<IMethodSymbol>().Any(static method => method.Parameters.Length == 1 && FrameworkTypes.IsFormatProvider(method.Parameters[0].Type)) != true)
            return null;
        return SymbolEqualityComparer.Default.Equals(type, underlying)
            ? value => Invoke(Access(value, "ToString"), names.Culture)
            : value => SyntaxFactory.ConditionalAccessExpression(
                Primary(value), Invoke(SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName("ToString")), names.Culture));
    }

    /// <summary>The call whose handler a text is, with the culture before the text, or in place of its null.</summary>
    private Edit? HandlerCall(ExpressionSyntax text)
    {
        var outermost = text;
        while (outermost.Parent is BinaryExpressionSyntax or ParenthesizedExpressionSyntax)
            outermost = (ExpressionSyntax)outermost.Parent;
        if (outermost.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
            || within.Operation(call) is not IInvocationOperation operation
            || !operation.Arguments.Any(each => each.Syntax == argument && each.Value is IInterpolatedStringHandlerCreationOperation or IConversionOperation { Operand: IInterpolatedStringHandlerCreationOperation }))
        {
            return null;
        }

        var index = list.Arguments.IndexOf(argument);
        var given = operation.Arguments.FirstOrDefault(static each => FrameworkTypes.IsFormatProvider(each.Parameter?.Type));
        if (given?.Syntax is ArgumentSyntax written && list.Arguments.IndexOf(written) is var place and >= 0)
            return Edit.Of(call, current => current.WithArgumentList(ArgumentLists.Replace(current.ArgumentList, place, names.Culture)));
        return TakesCulture(operation.TargetMethod)
            ? Edit.Of(call, current => current.WithArgumentList(ArgumentLists.Insert(current.ArgumentList, index, "provider", names.Culture)))
            : null;
    }

    private static bool TakesCulture(IMethodSymbol method) => method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
        .Any(other => other.Parameters.Length == method.Parameters.Length + 1 && other.Parameters.Any(static parameter => FrameworkTypes.IsFormatProvider(parameter.Type)));

    private static MemberAccessExpressionSyntax Access(ExpressionSyntax value, string member) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Primary(value), SyntaxFactory.IdentifierName(member));

    private static ExpressionSyntax Primary(ExpressionSyntax value) => value is
        IdentifierNameSyntax or GenericNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
        or LiteralExpressionSyntax or ObjectCreationExpressionSyntax or ThisExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    private static InvocationExpressionSyntax Invoke(ExpressionSyntax callee, params ExpressionSyntax[] arguments) => SyntaxFactory.InvocationExpression(
        callee,
        SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(
            arguments.Select(static (argument, i) => i == 0 ? SyntaxFactory.Argument(argument) : SyntaxFactory.Argument(argument).WithLeadingTrivia(SyntaxFactory.Space)))));
}
