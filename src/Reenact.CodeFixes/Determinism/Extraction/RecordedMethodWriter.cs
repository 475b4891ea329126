using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.CodeFixes.Shapes;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>Writes the recorded method that a call moves to.</summary>
internal static class RecordedMethodWriter
{
    public static ExpressionSyntax Call(ExtractedCall call, string name) =>
        SyntaxFactory.ParseExpression($"{name}({string.Join(", ", call.Variables.Select(static variable => Name(variable.Symbol)))})").WithTriviaFrom(call.Syntax);

    /// <summary>The declaration and the core.</summary>
    public static IEnumerable<SyntaxNode> Write(ExtractedCall call, string name, RewriteContext within)
    {
        var position = call.Member.SpanStart;
        var endOfLine = Layout.EndOfLine(call.Member);
        var modifier = call.IsStatic ? "static " : "";
        var result = Display(call.Target.ReturnType, within, position);
        var parameters = string.Join(", ", call.Variables.Select(variable => $"{Display(variable.Type, within, position)} {Name(variable.Symbol)}"));
        var start = SyntaxFactory.TriviaList(endOfLine, Layout.Indentation(call.Member));

        var declaration = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"private {modifier}partial {result} {name}({parameters});")!;
        declaration = declaration.WithParameterList(declaration.ParameterList.WithParameters(SyntaxFactory.SeparatedList(
            declaration.ParameterList.Parameters.Select((parameter, i) => Marked(parameter, call.Variables[i].Type)),
            declaration.ParameterList.Parameters.GetSeparators())));
        yield return MemberAttributes.Add(
            declaration.WithLeadingTrivia(start).WithTrailingTrivia(endOfLine), FrameworkCode.ParseAttribute("Recorded"), endOfLine);
        yield return SyntaxFactory.ParseMemberDeclaration($"private {modifier}{result} {CoreMethod.NameFor(name)}({parameters}) => {call.Syntax.WithoutTrivia()};")!
            .WithLeadingTrivia(start).WithTrailingTrivia(endOfLine);
    }

    /// <summary>What can't be recorded, a client or a connection, is passed on only.</summary>
    private static ParameterSyntax Marked(ParameterSyntax parameter, ITypeSymbol type) =>
        RecordableTypes.IsValue(type) || RecordableTypes.IsToken(type) ? parameter : ParameterAttributes.Add(parameter, FrameworkCode.ParseAttribute("IgnoreRecorded"));

    private static string Display(ITypeSymbol type, RewriteContext within, int position) => type.ToMinimalDisplayString(within.Model, position);

    private static string Name(ISymbol variable) => SyntaxFacts.GetKeywordKind(variable.Name) == SyntaxKind.None ? variable.Name : "@" + variable.Name;
}
