using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>
/// Parses times under the invariant culture and in UTC. <c>AdjustToUniversal</c> leaves text without an offset as it is; the round-trip
/// style would not do, because it turns all offsets but <c>Z</c> into local time.
/// </summary>
internal sealed class InvariantTimes(InvariantNames names)
{
    /// <param name="call">The call.</param>
    /// <param name="syntax">Its code.</param>
    /// <param name="culture">Whether it lacks a culture.</param>
    /// <param name="zone">Whether it lacks a style.</param>
    public Edit? Parsed(IInvocationOperation call, InvocationExpressionSyntax syntax, bool culture, bool zone)
    {
        if (syntax.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null))
            return null;
        var method = call.TargetMethod;
        var count = syntax.ArgumentList.Arguments.Count;
        var cultured = culture ? WithCulture(ref method, ref count) : Unchanged;
        var styled = zone ? WithStyle(call, method, count) : Unchanged;
        return cultured is null || styled is null ? null
            : Edit.Of(syntax, current => current.WithArgumentList(styled(cultured(current.ArgumentList))));
    }

    private static ArgumentListSyntax Unchanged(ArgumentListSyntax list) => list;

    private Func<ArgumentListSyntax, ArgumentListSyntax>? WithCulture(ref IMethodSymbol method, ref int count)
    {
        if (method.Parameters.FirstOrDefault(static parameter => FrameworkTypes.IsFormatProvider(parameter.Type)) is { } taken)
        {
            if (taken.Ordinal < count)
                return list => ArgumentLists.Replace(list, taken.Ordinal, names.Culture);
            count++;
            return list => ArgumentLists.Insert(list, taken.Ordinal, taken.Name, names.Culture);
        }

        if (Overloads.With(method, static further => FrameworkTypes.IsFormatProvider(further.Type)) is not var (overload, index))
            return null;
        method = overload;
        count++;
        return list => ArgumentLists.Insert(list, index, overload.Parameters[index].Name, names.Culture);
    }

    private Func<ArgumentListSyntax, ArgumentListSyntax>? WithStyle(IInvocationOperation call, IMethodSymbol method, int count)
    {
        var style = method.ContainingType.Name == "DateTimeOffset" ? "AssumeUniversal" : "AdjustToUniversal";
        if (method.Parameters.FirstOrDefault(IsStyles) is not { } taken)
        {
            return Overloads.With(method, IsStyles) is var (overload, index)
                ? list => ArgumentLists.Insert(list, index, overload.Parameters[index].Name, names.Styles(style))
                : null;
        }

        if (taken.Ordinal >= count)
            return list => ArgumentLists.Insert(list, taken.Ordinal, taken.Name, names.Styles(style));
        // What is said to be local is meant to be, and the round-trip style goes with no other.
        if (InvariantCalls.Site(call).Argument(IsStyles)?.ConstantValue is not { HasValue: true, Value: int given }
            || (given & (int)(DateTimeStyles.AssumeLocal | DateTimeStyles.RoundtripKind)) != 0)
        {
            return null;
        }

        return list => ArgumentLists.Replace(
            list, taken.Ordinal, given == 0 ? names.Styles(style) : Both(list.Arguments[taken.Ordinal].Expression, names.Styles(style)));
    }

    private static BinaryExpressionSyntax Both(ExpressionSyntax a, ExpressionSyntax b) => SyntaxFactory.BinaryExpression(
        SyntaxKind.BitwiseOrExpression,
        a.WithoutTrivia(),
        SyntaxFactory.Token(SyntaxKind.BarToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
        b);

    private static bool IsStyles(IParameterSymbol parameter) => parameter.Type is { Name: "DateTimeStyles", TypeKind: TypeKind.Enum };
}
