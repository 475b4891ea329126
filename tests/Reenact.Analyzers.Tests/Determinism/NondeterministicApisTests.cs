using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Tests.Determinism;

public sealed class NondeterministicApisTests
{
    [Fact]
    public async Task Every_entry_names_an_api_of_the_framework()
    {
        var references = await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken);
        var framework = CSharpCompilation.Create("Framework", references: references);

        Assert.Equal([], FrameworkApis.Table.All.Keys.Where(id => !Exists(framework, id)));
    }

    private static bool Exists(Compilation framework, string id)
    {
        if (DocumentationCommentId.GetSymbolsForDeclarationId(id, framework).Length > 0)
            return true;

        // An id of a method without parameters stands for all overloads.
        var member = id.LastIndexOf('.');
        var name = id[(member + 1)..].Replace("#ctor", ".ctor").Split("``");
        return id.StartsWith("M:", StringComparison.Ordinal)
            && DocumentationCommentId.GetSymbolsForDeclarationId("T:" + id[2..member], framework).OfType<INamedTypeSymbol>()
                .SelectMany(type => type.GetMembers(name[0]))
                .OfType<IMethodSymbol>()
                .Any(method => method.Arity == (name.Length == 1 ? 0 : int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture)));
    }
}
