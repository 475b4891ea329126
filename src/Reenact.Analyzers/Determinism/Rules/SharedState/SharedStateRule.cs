using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Apis;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>REEN2006: state that outlives a session, or that other code of the process can change.</summary>
internal sealed class SharedStateRule : IExpressionRule
{
    private const string OwnRemedy =
        "make it a field of the agent, make it readonly if nothing writes it, or mark it [Deterministic] if no result depends on it";

    private const string HeldRemedy = "keep it in a field of the agent, or mark it [Deterministic] if it only caches results that are always the same";
    private const string OthersRemedy = "read it with 'Deterministic.Capture', or hand what it holds to the agent";
    private const string RandomRemedy = "use 'Deterministic.Random', or make it a field of the agent";
    private const string AmbientRemedy = "pass the value as a parameter, or read it with 'Deterministic.Capture'";

    private readonly IAssemblySymbol ours;
    private readonly StaticMembers members;
    private readonly StaticHolder holders;
    private readonly AmbientState ambient;

    public SharedStateRule(Compilation compilation, ReenactSymbols? symbols, ApiLookup apis)
    {
        ours = compilation.Assembly;
        members = new StaticMembers(compilation, symbols, apis);
        holders = new StaticHolder(members);
        ambient = new AmbientState(compilation, apis);
    }

    public Finding? Judge(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field.IsStatic: true } reference => Static(reference, members.Of(reference.Field)),
        IPropertyReferenceOperation { Property.IsStatic: true } reference => StaticProperty(reference),
        IPropertyReferenceOperation reference when ambient.Holds(reference.Property) => Ambient(reference),
        IEventReferenceOperation { Event.IsStatic: true } reference => Static(reference, members.Of(reference.Event)),
        IEventReferenceOperation { Parent: IEventAssignmentOperation, Instance: { } instance } reference => Change(reference, instance),
        ILocalReferenceOperation { Local.IsRef: true } reference when Written.Is(reference) => Change(reference, reference),
        IMemberReferenceOperation { Instance: { } instance } and not IMethodReferenceOperation when Written.Is(operation) => Change(operation, instance),
        IArrayElementReferenceOperation element when Written.Is(element) => Change(element, element.ArrayReference),
        IImplicitIndexerReferenceOperation element when Written.Is(element) => Change(element, element.Instance),
        IInvocationOperation call => Call(call),
        IMethodReferenceOperation { Instance: { } instance } group when Mutators.ChangesReceiver(group.Method) => Change(group, instance),
        _ => null,
    };

    private Finding? StaticProperty(IPropertyReferenceOperation reference)
    {
        if (ambient.Holds(reference.Property))
            return Ambient(reference);
        var kind = members.Of(reference.Property);
        return kind == StaticKind.Mutable && !members.UsesStorage(reference) ? null : Static(reference, kind);
    }

    private Finding? Static(IMemberReferenceOperation reference, StaticKind kind)
    {
        var remedy = kind switch
        {
            StaticKind.Mutable => IsOurs(reference.Member) ? OwnRemedy : OthersRemedy,
            StaticKind.Random => RandomRemedy,
            _ => null,
        };
        return remedy is null || Initialization.Runs(reference, reference.Member) ? null : Found(reference, StaticMembers.Named(reference.Member), remedy);
    }

    private Finding? Call(IInvocationOperation call)
    {
        if (ambient.Holds(call.TargetMethod))
            return Ambient(call);
        return Mutators.Changed(call) is { } changed ? Change(call, changed) : null;
    }

    private Finding? Change(IOperation operation, IOperation changed) =>
        holders.Of(changed) is { } holder && !Initialization.Runs(operation, holder)
            ? Found(operation, holder, IsOurs(holder) ? HeldRemedy : OthersRemedy)
            : null;

    private Finding? Ambient(IOperation operation)
    {
        var member = operation is IPropertyReferenceOperation property ? property.Property : (ISymbol)((IInvocationOperation)operation).TargetMethod;
        if ((operation as IPropertyReferenceOperation)?.Instance is not IMemberReferenceOperation { Member: { IsStatic: true } holder })
            return Found(operation, member, AmbientRemedy);

        // One that can be replaced is reported itself.
        return members.Of(holder) == StaticKind.Mutable ? null : Found(operation, StaticMembers.Named(holder), AmbientRemedy);
    }

    private bool IsOurs(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, ours);

    private static Finding Found(IOperation operation, ISymbol subject, string remedy) =>
        new(Descriptors.SharedState, MessageNames.Of(subject), remedy, operation.Syntax)
        {
            Member = subject.OriginalDefinition.GetDocumentationCommentId(),
        };
}
