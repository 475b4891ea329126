using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.Rules.Culture;
using Reenact.Analyzers.Determinism.Rules.Enumeration;
using Reenact.Analyzers.Determinism.Rules.HashCodes;
using Reenact.Analyzers.Determinism.Rules.SharedState;
using Reenact.Analyzers.Determinism.Rules.Unawaited;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>All rules about single expressions. Where several fit, the first reports. One instance per compilation; thread-safe.</summary>
internal sealed class ExpressionRules(Compilation compilation, ApiLookup apis) : IExpressionRule
{
    private readonly IExpressionRule[] inOrder =
    [
        new ApiRule(compilation.Assembly, apis),
        new BlockingStatements(),
        new SharedStateRule(compilation, ReenactSymbols.Of(compilation), apis),
        new HashCodeRule(compilation),
        new UnorderedEnumerationRule(compilation),
        new CultureRule(),
        new FireAndForgetRule(),
    ];

    public Finding? Judge(IOperation operation)
    {
        foreach (var rule in inOrder)
        {
            if (rule.Judge(operation) is { } finding)
                return finding;
        }

        return null;
    }
}
