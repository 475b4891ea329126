using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Unawaited;

/// <summary>REEN2010: work that nobody awaits.</summary>
internal sealed class FireAndForgetRule : IExpressionRule
{
    private const string AwaitTask = "await it, or keep its task and await that before the method ends";

    public Finding? Judge(IOperation operation) => operation switch
    {
        IInvocationOperation call => DroppedTasks.IsDropped(call)
            ? new Finding(Descriptors.FireAndForget, MessageNames.Of(call.TargetMethod), AwaitTask, call.Syntax)
            : null,
        _ => AsyncVoid.Find(operation),
    };
}
