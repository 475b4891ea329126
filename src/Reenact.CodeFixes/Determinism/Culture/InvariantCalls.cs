using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Passes the invariant culture to calls that format or parse.</summary>
internal sealed class InvariantCalls(RewriteContext within, InvariantNames names)
{
    private static readonly Dictionary<string, string> OwnFormats = new(StringComparer.Ordinal)
    {
        ["ToShortDateString"] = "d",
        ["ToLongDateString"] = "D",
        ["ToShortTimeString"] = "t",
        ["ToLongTimeString"] = "T",
    };

    /// <summary>Null where no overload takes a culture.</summary>
    public Edit? Called(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        var method = call.TargetMethod;
        if (ParsingCalls.IsOfTimes(method))
        {
            var (culture, zone) = ParsedTimes.Lacking(Site(call));
            return new InvariantTimes(names).Parsed(call, syntax, culture, zone != Sensitivity.None);
        }

        if (OwnFormats.TryGetValue(method.Name, out var format) && method.Parameters.IsEmpty)
            return Edit.Of(syntax, current => Formatted(current, format));
        if (method is { Name: "CurrentCulture", ContainingType.Name: "FormattableString" })
            return Edit.Of(syntax, static current => Renamed(current, "Invariant"));
        if (method is { Name: "ToString", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return OfNullable(call, syntax);
        return WithCulture(call, syntax);
    }

    internal static CallSite Site(IInvocationOperation call) => new(call, call.TargetMethod, call.Instance, call.Arguments);

    internal static InvocationExpressionSyntax Renamed(InvocationExpressionSyntax call, string name) => call.WithExpression(Name(call.Expression, name));

    internal static ExpressionSyntax Name(ExpressionSyntax callee, string name)
    {
        var identifier = SyntaxFactory.IdentifierName(name);
        return callee switch
        {
            MemberAccessExpressionSyntax access => access.WithName(identifier.WithTriviaFrom(access.Name)),
            MemberBindingExpressionSyntax binding => binding.WithName(identifier.WithTriviaFrom(binding.Name)),
            _ => identifier.WithTriviaFrom(callee),
        };
    }

    /// <summary>The place of a parameter's argument in the code, where extension methods are called on their first.</summary>
    internal int Place(InvocationExpressionSyntax syntax, int parameter) =>
        within.Model.GetSymbolInfo(syntax, within.CancellationToken).Symbol is IMethodSymbol { ReducedFrom: not null } ? parameter - 1 : parameter;

    private Edit? WithCulture(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        if (call.Arguments.FirstOrDefault(static argument => FrameworkTypes.IsFormatProvider(argument.Parameter?.Type)) is { Parameter: { } parameter } given)
        {
            if (given.Syntax is ArgumentSyntax written && syntax.ArgumentList.Arguments.IndexOf(written) is var index and >= 0)
                return Edit.Of(syntax, current => current.WithArgumentList(ArgumentLists.Replace(current.ArgumentList, index, names.Culture)));
            return Edit.Of(syntax, current => current.WithArgumentList(
                ArgumentLists.Insert(current.ArgumentList, Place(syntax, parameter.Ordinal), parameter.Name, names.Culture)));
        }

        return Overloads.With(call.TargetMethod, static further => FrameworkTypes.IsFormatProvider(further.Type)) is not var (overload, at) ? null
            : Edit.Of(syntax, current => current.WithArgumentList(
                ArgumentLists.Insert(current.ArgumentList, Place(syntax, at), overload.Parameters[at].Name, names.Culture)));
    }

    private InvocationExpressionSyntax Formatted(InvocationExpressionSyntax call, string format) => Renamed(call, "ToString").WithArgumentList(
        ArgumentLists.Insert(
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(
                SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(format))))),
            index: 1,
            "provider",
            names.Culture));

    /// <summary>The text of a nullable value without one is empty.</summary>
    private Edit? OfNullable(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        if (syntax.Expression is not MemberAccessExpressionSyntax || syntax.ArgumentList.Arguments.Count > 0
            || call.TargetMethod.ContainingType.TypeArguments[0].GetMembers("ToString").OfType<IMethodSymbol>()
                .All(static method => method.Parameters.Length != 1 || !FrameworkTypes.IsFormatProvider(method.Parameters[0].Type)))
        {
            return null;
        }

        return Edit.Of(syntax, current =>
        {
            var receiver = ((MemberAccessExpressionSyntax)current.Expression).Expression;
            var text = SyntaxFactory.ConditionalAccessExpression(
                receiver,
                SyntaxFactory.InvocationExpression(
                    SyntaxFactory.MemberBindingExpression(SyntaxFactory.IdentifierName("ToString")),
                    SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(names.Culture)))));
            var operators = SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
            var orEmpty = SyntaxFactory.BinaryExpression(
                SyntaxKind.CoalesceExpression, text, operators, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("")));
            return syntax.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax
                ? orEmpty
                : SyntaxFactory.ParenthesizedExpression(orEmpty);
        });
    }
}
