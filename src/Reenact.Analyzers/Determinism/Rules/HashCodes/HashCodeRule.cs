using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>REEN2007: hash codes that are not the same in every process, asked for by name.</summary>
internal sealed class HashCodeRule : IExpressionRule
{
    private const string HashRemedy = "use a hash that is the same everywhere, such as 'XxHash3' over its UTF-8 bytes";
    private const string IdentityRemedy = "give the object an id of its own";

    private readonly HashCodeCalls calls;

    public HashCodeRule(Compilation compilation) => calls = new HashCodeCalls(compilation);

    public Finding? Judge(IOperation operation)
    {
        var stability = calls.Judge(operation);
        if (stability == HashCodeStability.Stable || HashTableCode.Holds(operation) || HashTableCode.IsCompared(operation))
            return null;
        var (method, hashed) = calls.Hashed(operation);
        return new Finding(
            Descriptors.UnstableHashCode,
            hashed is null || method.Parameters.Length > 0 ? MessageNames.Of(method) : Name(hashed) + "." + method.Name,
            HashCodeCalls.IsIdentity(method) ? IdentityRemedy : HashRemedy,
            operation.Syntax)
        {
            Severity = stability == HashCodeStability.Open ? DiagnosticSeverity.Info : null,
            Member = method.OriginalDefinition.GetDocumentationCommentId(),
        };
    }

    private static string Name(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
