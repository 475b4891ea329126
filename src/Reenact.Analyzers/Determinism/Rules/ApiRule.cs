using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>REEN2001 to REEN2005: uses of APIs that the table knows.</summary>
internal sealed class ApiRule(IAssemblySymbol ours, ApiLookup apis) : IExpressionRule
{
    public Finding? Judge(IOperation operation)
    {
        // Of 'Process.GetCurrentProcess().Id' only the receiver is reported.
        if (Verdict(operation) is not { } verdict || (UsedMembers.Receiver(operation) is { } receiver && Verdict(receiver) is not null))
            return null;
        if (verdict.Rule == Descriptors.Randomness ? ImportedKeys.IsOne(operation) : IsRegexTimeout(operation))
            return null;
        var member = Named(operation)!;
        return new Finding(verdict.Rule!, MessageNames.Of(member), verdict.Remedy, operation.Syntax)
        {
            Severity = verdict.Severity,
            Member = member.OriginalDefinition.GetDocumentationCommentId(),
        };
    }

    private ApiVerdict? Verdict(IOperation operation) =>
        Named(operation) is { } used && !SymbolEqualityComparer.Default.Equals(used.ContainingAssembly, ours) ? apis.Find(used) : null;

    /// <summary>What every regular expression asks for that a generator writes: how long matching may take, not what matches.</summary>
    private static bool IsRegexTimeout(IOperation operation) => operation is IInvocationOperation
    {
        TargetMethod: { Name: "GetData", ContainingType.Name: "AppContext" },
        Arguments: { Length: 1 } arguments,
    } && arguments[0].Value.ConstantValue is { HasValue: true, Value: "REGEX_DEFAULT_MATCH_TIMEOUT" };

    private static ISymbol? Named(IOperation operation) => operation is IEventReferenceOperation reference ? reference.Event : UsedMembers.Named(operation);
}
