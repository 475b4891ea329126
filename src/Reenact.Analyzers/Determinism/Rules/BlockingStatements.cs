using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>REEN2005, as a suggestion: <c>lock</c> statements, which block like <c>Monitor.Enter</c>.</summary>
internal sealed class BlockingStatements : IExpressionRule
{
    public Finding? Judge(IOperation operation) => operation is ILockOperation { LockedValue.Syntax: var locked }
        ? new Finding(Descriptors.Scheduling, "lock", BlockingApis.Lock, locked) { Severity = DiagnosticSeverity.Info }
        : null;
}
