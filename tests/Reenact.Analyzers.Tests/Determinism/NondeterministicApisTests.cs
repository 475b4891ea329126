using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>The tables against the framework that they are about.</summary>
public sealed class NondeterministicApisTests
{
    /// <summary>What implementers of these do can't be known: queries, commands, the other end of a stream, COM.</summary>
    private static readonly string[] UnknownInterfaces =
    [
        "N:System.Runtime.InteropServices", "N:System.Runtime.InteropServices.ComTypes", "N:System.Runtime.InteropServices.Marshalling",
        "N:System.ComponentModel.Design", "N:System.ComponentModel.Design.Serialization", "N:System.Diagnostics.SymbolStore",
        "N:System.Transactions", "N:System.Xml.Xsl", "N:System.IO.IsolatedStorage", "N:System.Resources", "N:System.Security",
        "N:System.Runtime.Serialization.Formatters", "N:System.Runtime.Serialization.Json", "N:System.Web", "N:System.Windows.Input",
        "N:System.IO.Pipelines",
        "T:System.Net.IAuthenticationModule", "T:System.Net.ICredentialPolicy", "T:System.Net.ICredentials", "T:System.Net.ICredentialsByHost",
        "T:System.Net.IWebProxyScript",
        "T:System.Linq.IOrderedQueryable", "T:System.Linq.IOrderedQueryable`1", "T:System.Linq.IQueryable", "T:System.Linq.IQueryable`1",
        "T:System.Linq.IQueryProvider",
    ];

    [Fact]
    public async Task Every_entry_names_an_api_of_the_framework()
    {
        var framework = await FrameworkAsync();

        Assert.Equal([], FrameworkApis.Table.All.Keys.Where(id => !Exists(framework, id)));
    }

    [Fact]
    public async Task Every_interface_of_the_framework_is_safe_or_judged_or_known_to_be_unknown()
    {
        var framework = await FrameworkAsync();
        var apis = new ApiLookup(framework);
        var interfaces = Types(framework.GlobalNamespace).Where(type => type.TypeKind == TypeKind.Interface).ToList();

        Assert.True(interfaces.Count > 200);
        Assert.Equal([], interfaces.Where(type => apis.IsJudged(type) == IsUnknown(type)).Select(type => type.ToDisplayString()));
    }

    [Fact]
    public async Task Interfaces_that_mean_the_outside_are_not_safe()
    {
        var framework = await FrameworkAsync();
        var apis = new ApiLookup(framework);

        Assert.All(
            ["System.Data.IDbConnection", "System.Data.IDataReader", "System.Net.IWebProxy", "System.ComponentModel.ISynchronizeInvoke"],
            name => Assert.False(apis.IsSafe(framework.GetTypeByMetadataName(name)!), name));
        Assert.All(
            ["System.Collections.Generic.IEqualityComparer`1", "System.IServiceProvider", "System.Threading.ITimer", "System.IFormattable"],
            name => Assert.True(apis.IsSafe(framework.GetTypeByMetadataName(name)!), name));
    }

    [Fact]
    public async Task Most_of_the_framework_is_deterministic()
    {
        var framework = await FrameworkAsync();
        var apis = new ApiLookup(framework);

        Assert.All(
            [
                "T:System.String", "T:System.DateOnly", "T:System.Math", "T:System.Text.StringBuilder", "T:System.Collections.Generic.List`1", "T:System.IO.MemoryStream",
                "T:System.IO.StringReader", "T:System.Text.RegularExpressions.Regex", "T:System.Text.Json.JsonSerializer", "T:System.Uri", "T:System.Net.Http.HttpRequestMessage",
                "T:System.Data.DataTableReader", "T:System.Threading.Channels.Channel`1", "T:System.Security.Cryptography.SHA256", "T:System.Xml.Linq.XAttribute", "T:System.Net.IPAddress",
            ],
            id => Assert.All(Type(framework, id).GetMembers(), member => Assert.Null(apis.Find(member))));
    }

    internal static async Task<Compilation> FrameworkAsync() => CSharpCompilation.Create(
        "Framework", references: await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken));

    /// <summary>The symbols that an id stands for: itself, or all overloads.</summary>
    internal static IEnumerable<ISymbol> Named(Compilation framework, string id)
    {
        var declared = DocumentationCommentId.GetSymbolsForDeclarationId(id, framework);
        if (declared.Length > 0 || !id.StartsWith("M:", StringComparison.Ordinal))
            return declared;
        var member = id.LastIndexOf('.');
        var name = id[(member + 1)..].Replace("#ctor", ".ctor", StringComparison.Ordinal).Split("``");
        return DocumentationCommentId.GetSymbolsForDeclarationId("T:" + id[2..member], framework).OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers(name[0]))
            .OfType<IMethodSymbol>()
            .Where(method => name.Length == 1 || method.Arity == int.Parse(name[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool Exists(Compilation framework, string id) => Named(framework, id).Any();

    private static bool IsUnknown(INamedTypeSymbol type) =>
        UnknownInterfaces.Contains(type.GetDocumentationCommentId()) || UnknownInterfaces.Contains(type.ContainingNamespace.GetDocumentationCommentId());

    private static INamedTypeSymbol Type(Compilation framework, string id) =>
        Assert.IsAssignableFrom<INamedTypeSymbol>(Assert.Single(DocumentationCommentId.GetSymbolsForDeclarationId(id, framework)));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol @namespace) =>
        @namespace.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public)
            .Concat(@namespace.GetNamespaceMembers().SelectMany(Types));
}
