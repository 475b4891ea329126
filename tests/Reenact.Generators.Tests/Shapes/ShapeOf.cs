using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Shapes;

/// <summary>The shape of the one marked method of some input.</summary>
internal static class ShapeOf
{
    public static RecordedMethodShape Input(string source) => Input(TestCompilation.Of(source));

    public static RecordedMethodShape Input(Compilation compilation)
    {
        var known = KnownTypes.Of(compilation);
        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Member, TestContext.Current.CancellationToken)
            .Concat(ExtensionMembers(compilation))
            .OfType<IMethodSymbol>()
            .Where(static method => !method.IsImplicitlyDeclared)
            .Select(method => RecordedMethodShape.Parse(method, known, TestContext.Current.CancellationToken))
            .First(static shape => shape is not null)!;
    }

    /// <summary>Its problems as an analyzer would show them.</summary>
    public static string[] Problems(string source) => Problems(TestCompilation.Of(source));

    public static string[] Problems(Compilation compilation) =>
        [.. Input(compilation).Problems.Select(static problem => $"{problem.Id} {problem.Subject} {problem.Reason}. {problem.Remedy}.")];

    private static IEnumerable<ISymbol> ExtensionMembers(Compilation compilation) => compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .SelectMany(static type => type.GetTypeMembers())
        .Where(static type => type.IsExtension)
        .SelectMany(static type => type.GetMembers());
}
