using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>
/// Judges one operation of a body by what it is and what stands around it in the same body. It sees every operation that replay may run,
/// one by one. One instance per compilation; thread-safe.
/// </summary>
internal interface IExpressionRule
{
    /// <summary>What is wrong with the operation itself (not with those inside it); null for nothing.</summary>
    Finding? Judge(IOperation operation);
}
