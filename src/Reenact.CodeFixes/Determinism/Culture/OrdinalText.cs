using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.CodeFixes.Determinism.Culture;

/// <summary>Cases text under the invariant culture, and compares and sorts it by its characters' numbers.</summary>
internal sealed class OrdinalText(RewriteContext within, InvariantNames names)
{
    /// <summary>A call that cases, compares or sorts; null for other calls, and where no overload says how.</summary>
    public Edit? Called(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        var method = call.TargetMethod;
        if (TextCalls.For(method) is null)
            return SortOrder.For(method) is null ? null : Sorted(call, syntax);
        return method.Name switch
        {
            "ToUpper" or "ToLower" => Edit.Of(syntax, current => Cased(current, method)),
            "CompareTo" => Compared(syntax, method),
            "Compare" => Compared(call, syntax),
            _ => Overloads.With(method, IsComparison) is var (_, index)
                ? Edit.Of(syntax, current => current.WithArgumentList(ArgumentLists.Insert(current.ArgumentList, index, "comparisonType", names.Comparison(ignoreCase: false))))
                : null,
        };
    }

    /// <summary>A sorted collection that is made.</summary>
    public Edit? Created(IObjectCreationOperation creation)
    {
        if (creation is not { Constructor: { } constructor, Syntax: BaseObjectCreationExpressionSyntax syntax } || !IsOfStrings(constructor.ContainingType))
            return null;
        return WithComparer(constructor, creation.Arguments, syntax.ArgumentList, static index => index) is { } change
            ? Edit.Of(syntax, current => current is ObjectCreationExpressionSyntax { ArgumentList: null } bare
                // The arguments stand right behind the type.
                ? bare.WithType(bare.Type.WithoutTrailingTrivia()).WithArgumentList(change(SyntaxFactory.ArgumentList()).WithTrailingTrivia(bare.Type.GetTrailingTrivia()))
                : current.WithArgumentList(change(current.ArgumentList ?? SyntaxFactory.ArgumentList())))
            : null;
    }

    /// <summary>A member that is named: a way to compare, or a method that is not called there.</summary>
    public Edit? Named(IMemberReferenceOperation named, ExpressionSyntax syntax)
    {
        var (type, member) = (named.Member.ContainingType, named.Member.Name);
        return (type.Name, member) switch
        {
            ("StringComparison" or "StringComparer", "CurrentCulture") => Rename(syntax, "Ordinal"),
            ("StringComparison" or "StringComparer", "CurrentCultureIgnoreCase") => Rename(syntax, "OrdinalIgnoreCase"),
            ("String" or "Char", "ToUpper" or "ToLower") when named is IMethodReferenceOperation => Rename(syntax, member + "Invariant"),
            ("String", "Compare") when named is IMethodReferenceOperation { Method.Parameters.Length: 2 } => Rename(syntax, "CompareOrdinal"),
            ("Comparer", "Default") when type.Arity == 1 && FrameworkTypes.IsString(type.TypeArguments[0]) && IsAnyComparer(syntax) =>
                Edit.Of<ExpressionSyntax>(syntax, _ => names.Comparer),
            ("ImmutableSortedSet", "Empty") when FrameworkTypes.IsString(type.TypeArguments[0]) => WithComparer(syntax, "WithComparer"),
            ("ImmutableSortedDictionary", "Empty") when FrameworkTypes.IsString(type.TypeArguments[0]) => WithComparer(syntax, "WithComparers"),
            _ => null,
        };
    }

    private static Edit Rename(ExpressionSyntax syntax, string name) => Edit.Of<ExpressionSyntax>(syntax, current => InvariantCalls.Name(current, name));

    private static InvocationExpressionSyntax Cased(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var renamed = InvariantCalls.Renamed(call, method.Name + "Invariant");
        // A culture that is null goes.
        return method.ContainingType.SpecialType == SpecialType.System_String
            ? renamed.WithArgumentList(SyntaxFactory.ArgumentList())
            : renamed.WithArgumentList(renamed.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(renamed.ArgumentList.Arguments[0])));
    }

    /// <summary><c>a.CompareTo(b)</c></summary>
    private static Edit? Compared(InvocationExpressionSyntax syntax, IMethodSymbol method) =>
        syntax.Expression is MemberAccessExpressionSyntax && FrameworkTypes.IsString(method.Parameters[0].Type)
            ? Edit.Of(syntax, static current => SyntaxFactory.InvocationExpression(
                SyntaxFactory.ParseExpression("string.CompareOrdinal"),
                ArgumentLists.Insert(
                    current.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(current.ArgumentList.Arguments[0].Expression))),
                    index: 0,
                    "strA",
                    ((MemberAccessExpressionSyntax)current.Expression).Expression.WithoutTrivia())))
            : null;

    /// <summary><c>string.Compare</c>, whose flag for case gives its place to the comparison.</summary>
    private Edit? Compared(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        if (syntax.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null) || call.TargetMethod.Parameters.Any(static parameter => FrameworkTypes.IsFormatProvider(parameter.Type)))
            return null;
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "ignoreCase") is not { } flag)
        {
            return Edit.Of(syntax, current => current.WithArgumentList(
                ArgumentLists.Insert(current.ArgumentList, current.ArgumentList.Arguments.Count, "comparisonType", names.Comparison(ignoreCase: false))));
        }

        return flag.Value.ConstantValue is { HasValue: true, Value: bool ignoreCase }
            ? Edit.Of(syntax, current => current.WithArgumentList(
                ArgumentLists.Replace(current.ArgumentList, current.ArgumentList.Arguments.Count - 1, names.Comparison(ignoreCase))))
            : null;
    }

    private Edit? Sorted(IInvocationOperation call, InvocationExpressionSyntax syntax) =>
        SortOrder.KeyOf(InvariantCalls.Site(call)) is { SpecialType: SpecialType.System_String }
        && WithComparer(call.TargetMethod, call.Arguments, syntax.ArgumentList, index => new InvariantCalls(within, names).Place(syntax, index)) is { } change
            ? Edit.Of(syntax, current => current.WithArgumentList(change(current.ArgumentList)))
            : null;

    private Func<ArgumentListSyntax, ArgumentListSyntax>? WithComparer(
        IMethodSymbol method, IEnumerable<IArgumentOperation> arguments, ArgumentListSyntax? list, Func<int, int> place)
    {
        if (arguments.FirstOrDefault(static argument => argument.Parameter is { } parameter && SortOrder.IsComparer(parameter)) is { } given)
        {
            return given.Syntax is ArgumentSyntax written && list?.Arguments.IndexOf(written) is { } index and >= 0
                ? current => ArgumentLists.Replace(current, index, names.Comparer)
                : null;
        }

        return Overloads.With(method, SortOrder.IsComparer) is var (overload, at)
            ? current => ArgumentLists.Insert(current, place(at), overload.Parameters[at].Name, names.Comparer)
            : null;
    }

    private Edit WithComparer(ExpressionSyntax empty, string method) => Edit.Of(empty, current => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, current, SyntaxFactory.IdentifierName(method)),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(names.Comparer)))));

    /// <summary>Whether any comparer does where this one stands, and it need not be of its class.</summary>
    private bool IsAnyComparer(ExpressionSyntax comparer) =>
        comparer.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Compare" }
        || within.Model.GetTypeInfo(comparer, within.CancellationToken).ConvertedType is { TypeKind: TypeKind.Interface };

    private static bool IsOfStrings(INamedTypeSymbol type) => SortOrder.KeyOf(type) is { SpecialType: SpecialType.System_String };

    private static bool IsComparison(IParameterSymbol parameter) => parameter.Type is { Name: "StringComparison", TypeKind: TypeKind.Enum };
}
