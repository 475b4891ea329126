using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Data;

/// <summary>Adds attributes of the assembly to a file: after its usings and the attributes that it has.</summary>
internal static class AssemblyAttributes
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax file, AttributeSyntax attribute, SyntaxTrivia endOfLine)
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithTarget(SyntaxFactory.AttributeTargetSpecifier(SyntaxFactory.Token(SyntaxKind.AssemblyKeyword)).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(endOfLine);
        if (file.AttributeLists.Count > 0)
            return file.AddAttributeLists(list);
        if (file.Usings.Count + file.Externs.Count > 0)
            return file.AddAttributeLists(list.WithLeadingTrivia(endOfLine));

        // What stands first in a file, such as a licence, stays first.
        var header = file.GetLeadingTrivia();
        return file.WithLeadingTrivia().AddAttributeLists(list.WithLeadingTrivia(header).WithTrailingTrivia(endOfLine, endOfLine));
    }
}
