using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules;
using Reenact.Analyzers.Determinism.Rules.SharedState;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Collects what one body does with state. Not thread-safe.</summary>
internal sealed class StateScan(BodyScanner scanner, ISymbol member)
{
    private readonly HashSet<MemberKey> reads = [];
    private readonly List<StateWrite> writes = [];
    private readonly List<ParameterWrite> parameterWrites = [];
    private readonly HashSet<MemberKey> uses = [];
    private readonly List<RecordedCall> recordedCalls = [];

    public StateFacts ToFacts() => new() { Reads = reads, Writes = writes, ParameterWrites = parameterWrites, Uses = uses, RecordedCalls = recordedCalls };

    public void Read(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                ReadMember((IMemberReferenceOperation)operation);
                break;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } captured } when IsOther(captured):
                Note(captured);
                break;
            case IArrayElementReferenceOperation element when Written.Is(element):
                Write(element.ArrayReference, operation);
                break;
            case IInvocationOperation call when Mutators.Changed(call) is { } changed:
                Write(changed, operation);
                break;
        }
    }

    /// <summary>A member of the compilation that an expression runs.</summary>
    public void Use(MemberUse use, IOperation operation)
    {
        var receiver = operation is IInvocationOperation { Instance: { } instance } ? instance : (operation as IMemberReferenceOperation)?.Instance;
        if ((use.Member.IsStatic || (receiver is not null && StateRoot.Of(receiver) is not null)) && scanner.Members.KeyOf(use.Member) is { } key)
            uses.Add(key);
    }

    /// <summary>A recorded method that an expression calls.</summary>
    public void Call(IMethodSymbol recorded, IOperation operation)
    {
        if (operation is IInvocationOperation call && CoreMethod.Find(recorded.OriginalDefinition) is { } core && scanner.Members.KeyOf(core) is { } key)
            recordedCalls.Add(new RecordedCall(key, MessageNames.Of(recorded), operation.Syntax.Span, [.. call.Arguments.Where(IsKept).Select(static argument => argument.Parameter!.Ordinal)]));
    }

    private bool IsOther(IParameterSymbol parameter) => !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member);

    private void ReadMember(IMemberReferenceOperation reference)
    {
        if (Written.Is(reference))
            Write(reference, reference);
        if (!Written.IsOnly(reference))
            Note(reference.Member);
    }

    private void Note(ISymbol state)
    {
        if (scanner.Bodies.IsOurs(state) && scanner.Members.KeyOf(state) is { } key)
            reads.Add(key);
    }

    private void Write(IOperation changed, IOperation site)
    {
        switch (StateRoot.Of(changed))
        {
            case IParameterSymbol parameter when SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member):
                parameterWrites.Add(new ParameterWrite(parameter.Ordinal, parameter.Name, site.Syntax.Span));
                break;
            case { } state and (IFieldSymbol or IPropertySymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }):
                if (scanner.Bodies.IsOurs(state) && scanner.Members.KeyOf(state) is { } key)
                    writes.Add(new StateWrite(key, state is IParameterSymbol ? state.Name : MessageNames.Of(state), site.Syntax.Span));
                break;
        }
    }

    /// <summary>An argument that the caller can look at again: not a new object, and not a local that is named for the last time.</summary>
    private static bool IsKept(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: RefKind.None, Type.IsReferenceType: true })
            return false;
        return Delegates.Unwrap(argument.Value) switch
        {
            IFieldReferenceOperation or IPropertyReferenceOperation or IParameterReferenceOperation => true,
            ILocalReferenceOperation local => IsUsedAfter(local),
            _ => false,
        };
    }

    private static bool IsUsedAfter(ILocalReferenceOperation local)
    {
        var isInLoop = false;
        for (var at = local.Parent; at is not null; at = at.Parent)
            isInLoop |= at is ILoopOperation;
        return LocalMentions.References(local.Local, local).Any(other => other != local && (isInLoop || other.Syntax.SpanStart > local.Syntax.SpanStart));
    }
}
