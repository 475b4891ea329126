using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Apis;
using Reenact.Analyzers.Determinism.Rules;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>One reading of one body. Not thread-safe.</summary>
internal sealed class BodyScan(BodyScanner scanner, ISymbol member, string name, SemanticModel model, CancellationToken cancellationToken)
{
    private readonly List<LocatedFinding> findings = [];
    private readonly List<Use> uses = [];
    private readonly HashSet<MemberKey> used = [];
    private readonly HashSet<ISymbol> expanded = new(SymbolEqualityComparer.Default);
    private readonly List<ForeignUse> foreignUses = [];
    private readonly List<ParameterUse> parameterUses = [];
    private readonly List<DelegateUse> delegateUses = [];
    private readonly List<DelegateAssignment> delegateAssignments = [];
    private readonly List<BodyFacts> replayedLambdas = [];
    private readonly StateScan state = new(scanner, member);

    public BodyFacts ToFacts() => new(name)
    {
        Findings = findings,
        Uses = uses,
        ForeignUses = foreignUses,
        ParameterUses = parameterUses,
        DelegateUses = delegateUses,
        DelegateAssignments = delegateAssignments,
        ReplayedLambdas = replayedLambdas,
        State = state.ToFacts(),
    };

    public void Read(IEnumerable<IOperation> bodies)
    {
        foreach (var operation in new LiveCode(scanner.Symbols, scanner.Conditionals, model, cancellationToken).Walk(bodies))
        {
            if (scanner.Rules.Judge(operation) is { } finding)
                findings.Add(new LocatedFinding(finding));
            foreach (var use in UsedMembers.Run(operation))
                Follow(use, operation, isNamed: true);
            foreach (var use in scanner.Patterns.Run(operation))
                Follow(use, operation, isNamed: false);
            ReadFields(operation);
            ReadDelegates(operation);
            state.Read(operation);
        }
    }

    /// <summary>Follows members that run with this one.</summary>
    public void Follow(IEnumerable<ISymbol> members, TextSpan site)
    {
        foreach (var each in members)
            Enter(each, site);
    }

    private void Follow(MemberUse use, IOperation operation, bool isNamed)
    {
        if (scanner.IsStopped(use.Member))
        {
            Stop(use.Member, operation);
            return;
        }

        var site = Site(operation);
        var isOurs = scanner.Bodies.IsOurs(use.Member);
        if (!isOurs && (use.Receiver is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } receiver || !scanner.Bodies.IsOurs(receiver)))
        {
            FollowForeign(use, operation, isNamed);
            return;
        }

        foreach (var target in scanner.Dispatch.Targets(use))
        {
            if (scanner.IsStopped(target))
                Stop(target, operation);
            else
                Enter(target, site);
        }

        state.Use(use, operation);

        if (isNamed && use.Member is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } && use.Receiver is not { TypeKind: TypeKind.Class or TypeKind.Struct })
            Question(use.Member, operation);
    }

    private void Stop(IMethodSymbol each, IOperation operation)
    {
        if (scanner.Symbols.IsRecorded(each))
            state.Call(each, operation);
    }

    private void FollowForeign(MemberUse use, IOperation operation, bool isNamed)
    {
        var foreign = use.Member;
        if (isNamed && foreign.ContainingType is { TypeKind: TypeKind.Interface } contract && !foreign.IsStatic && !scanner.Apis.IsJudged(contract) && !scanner.Apis.IsJudged(foreign))
        {
            if (scanner.Dispatch.Implementations(foreign) is { Count: 1 } only)
                Enter(only[0], Site(operation));
            else
                Question(foreign, operation);
        }

        if (!scanner.Summaries.Has(foreign.ContainingAssembly) && !scanner.Summaries.Has(use.Receiver?.ContainingAssembly) && !MayRunOurs(use))
            return;
        foreach (var target in scanner.Dispatch.Targets(use))
        {
            if (scanner.Bodies.IsOurs(target))
                Enter(target, Site(operation));
            else
                EnterForeign(target, Site(operation), use.MayRunOverridesOf(target));
        }
    }

    /// <summary>A class of this compilation derives from the receiver's. What every object can do is left out: there, it says nothing.</summary>
    private bool MayRunOurs(MemberUse use) =>
        use is { Member: { IsStatic: false, Name: not ("ToString" or "Equals" or "GetHashCode") } member, Receiver: INamedTypeSymbol { TypeKind: TypeKind.Class } receiver }
        && (member.IsVirtual || member.IsAbstract || member.IsOverride) && scanner.Dispatch.HasDerived(receiver);

    private void EnterForeign(ISymbol member, TextSpan site, bool mayRunOverride = false)
    {
        if (scanner.Summaries.Has(member.ContainingAssembly) && !scanner.IsStopped(member) && !scanner.Apis.IsJudged(member))
            foreignUses.Add(ForeignSummaries.Use(member, site, mayRunOverride));
    }

    /// <summary>The expression that a statement runs members of; other operations stand for themselves.</summary>
    private static TextSpan Site(IOperation operation) => operation switch
    {
        IForEachLoopOperation loop => loop.Collection.Syntax.Span,
        IInterpolationOperation shown => shown.Expression.Syntax.Span,
        IUsingOperation { Resources: { } resources } => resources.Syntax.Span,
        _ => operation.Syntax.Span,
    };

    private void Question(IMethodSymbol called, IOperation operation)
    {
        if (scanner.Interfaces.Remedy(called) is { } remedy)
            Add(new Finding(Descriptors.UnknownTarget, MessageNames.Of(called), remedy, operation.Syntax));
    }

    private void Add(Finding finding) => findings.Add(new LocatedFinding(finding));

    private void Enter(ISymbol target, TextSpan site)
    {
        if (!scanner.Bodies.IsOurs(target))
        {
            EnterForeign(target, site);
            return;
        }

        if (scanner.IsStopped(target))
            return;
        target = SourceMembers.Written(target.OriginalDefinition);
        if (target.IsStatic || target is IMethodSymbol { MethodKind: MethodKind.Constructor })
            EnterStaticConstructor(target.ContainingType, site);
        if (target.IsImplicitlyDeclared && target is IMethodSymbol implicitly)
        {
            if (!expanded.Add(implicitly.OriginalDefinition))
                return;
            if (implicitly.MethodKind == MethodKind.Constructor)
                Follow(ConstructorParts.RunBy(implicitly.OriginalDefinition), site);
            else if (implicitly.ContainingType is { IsRecord: true })
                Follow(RecordMembers.RunBy(implicitly.OriginalDefinition), site);
            return;
        }

        if (HasCode(target) && scanner.Members.KeyOf(target) is { } key && used.Add(key))
            uses.Add(new Use(key, site));
    }

    private void EnterStaticConstructor(INamedTypeSymbol? type, TextSpan site)
    {
        if (type is null || !expanded.Add(type.OriginalDefinition))
            return;
        foreach (var constructor in type.OriginalDefinition.StaticConstructors)
        {
            if (!constructor.IsImplicitlyDeclared && scanner.Members.KeyOf(constructor) is { } key && used.Add(key))
                uses.Add(new Use(key, site));
        }
    }

    /// <summary>Accessors of automatic properties and members without a body are not worth a visit.</summary>
    private static bool HasCode(ISymbol target) => target.FirstDeclaration()
        is not (null or AccessorDeclarationSyntax { Body: null, ExpressionBody: null } or VariableDeclaratorSyntax { Initializer: null }
            or PropertyDeclarationSyntax { Initializer: null } or ParameterSyntax);

    /// <summary>The initializer of a static field or property runs before it is read.</summary>
    private void ReadFields(IOperation operation)
    {
        // What a lazy value of an object's own is made by runs when it is first asked for, whoever made the object.
        if (operation is IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "Lazy" }, Instance: IMemberReferenceOperation { Member: { IsStatic: false } lazy } })
            Enter(lazy, operation.Syntax.Span);
        if (operation is not IMemberReferenceOperation { Member: { IsStatic: true } referenced } reference || referenced is not (IFieldSymbol { IsConst: false } or IPropertySymbol or IEventSymbol))
            return;
        if (!(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference))
            Enter(referenced, operation.Syntax.Span);
        else if (scanner.Bodies.IsOurs(referenced))
            EnterStaticConstructor(referenced.ContainingType, operation.Syntax.Span);
    }

    private void ReadDelegates(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } called }:
                Called(called, operation, handedTo: null);
                break;
            case IArgumentOperation { Value: { Type.TypeKind: TypeKind.Delegate } handed, Parent: IInvocationOperation call } argument
                when !scanner.Symbols.IsCapture(call.TargetMethod) && !Registrations.Is(call.TargetMethod):
                Called(handed, handed, HandedTo(call.TargetMethod, argument), PassedTo(call.TargetMethod, argument));
                break;
            case IArgumentOperation { Value: { Type.TypeKind: TypeKind.Delegate } handed, Parent: IObjectCreationOperation { Constructor: { } constructor } } argument
                when HandedTo(constructor, argument) is { } parameter:
                Called(handed, handed, parameter);
                break;
            case IParameterReferenceOperation { Type.TypeKind: TypeKind.Delegate } reference when IsOwn(reference.Parameter) && DelegateValues.IsKept(reference):
                parameterUses.Add(new ParameterUse(reference.Parameter.Name, reference.Syntax.Span, IsKept: true));
                break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation { Parent: not IDynamicInvocationOperation } or IDynamicObjectCreationOperation or IDynamicIndexerAccessOperation:
                Add(new Finding(Descriptors.UnknownTarget, operation.Syntax.ToString(), "it is bound at run time: use a type, or call it in 'Deterministic.Capture'", operation.Syntax));
                break;
            case IFunctionPointerInvocationOperation:
                Add(new Finding(Descriptors.UnknownTarget, operation.Syntax.ToString(), "it is a pointer: call the method, or call it in 'Deterministic.Capture'", operation.Syntax));
                break;
        }

        foreach (var (holder, value) in DelegateValues.Assigned(operation).Concat(DelegateTables.Assigned(operation)))
            Assign(holder, value);
        if (operation is IInvocationOperation run && scanner.IsReplay(run.TargetMethod))
            Replay(run);
    }

    private bool IsOwn(IParameterSymbol parameter) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, member);

    private ForeignParameter? HandedTo(IMethodSymbol called, IArgumentOperation argument) =>
        argument.Parameter is { } parameter && scanner.Summaries.Has(called.ContainingAssembly) ? ForeignSummaries.Parameter(called, parameter.Name) : null;

    private OwnParameter? PassedTo(IMethodSymbol called, IArgumentOperation argument) =>
        argument.Parameter is { } parameter && called is { MethodKind: MethodKind.Ordinary, IsAbstract: false, IsVirtual: false, IsOverride: false, ContainingType.TypeKind: not TypeKind.Interface }
        && scanner.Bodies.IsOurs(called) && scanner.Members.KeyOf(called) is { } key
            ? new OwnParameter(key, parameter.Name)
            : null;

    private void Called(IOperation value, IOperation site, ForeignParameter? handedTo, OwnParameter? passedTo = null)
    {
        foreach (var source in DelegateValues.Sources(value))
            CalledSource(source, site, handedTo, passedTo);
    }

    private void CalledSource(IOperation source, IOperation site, ForeignParameter? handedTo, OwnParameter? passedTo)
    {
        switch (source)
        {
            case IParameterReferenceOperation { Parameter: var parameter } when IsOwn(parameter):
                parameterUses.Add(new ParameterUse(parameter.Name, site.Syntax.Span, handedTo, PassedTo: passedTo));
                break;
            // The parameter of a primary constructor, used by another member.
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter }:
                if (scanner.Members.KeyOf(parameter) is { } taken)
                    delegateUses.Add(new DelegateUse(taken, parameter.Name, site.Syntax.Span, handedTo));
                break;
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol or IEventSymbol } held when scanner.Bodies.IsOurs(held.Member):
                if (DelegateValues.Holds(held.Member) && !scanner.Symbols.IsStatedDeterministic(held.Member) && scanner.Members.KeyOf(held.Member) is { } holder)
                    delegateUses.Add(new DelegateUse(holder, MessageNames.Of(held.Member), site.Syntax.Span, handedTo));
                break;
            case var element when DelegateTables.Of(element) is { } table:
                CalledSource(table, site, handedTo, passedTo);
                break;
        }
    }

    private void Assign(ISymbol holder, IOperation? value)
    {
        if (!scanner.Bodies.IsOurs(holder) || scanner.Members.KeyOf(holder) is not { } key)
            return;
        switch (value is null ? null : Delegates.Unwrap(value))
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation:
                break;
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } created:
                delegateAssignments.Add(new DelegateAssignment(key, Nested(created.Target, MessageNames.Of(holder)), isKnown: true));
                break;
            default:
                delegateAssignments.Add(new DelegateAssignment(key, code: null, isKnown: false));
                break;
        }
    }

    private BodyFacts Nested(IOperation code, string called)
    {
        var nested = new BodyScan(scanner, member, called, model, cancellationToken);
        nested.Read([code is IAnonymousFunctionOperation lambda ? lambda.Body : code]);
        return nested.ToFacts();
    }

    private void Replay(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(static argument => argument.Value.Type?.TypeKind == TypeKind.Delegate) is not { Value: var value })
            return;
        var code = DelegateValues.Source(value);
        if (code is IDelegateCreationOperation { Target: { } target })
            code = target;
        if (code is IAnonymousFunctionOperation or IMethodReferenceOperation)
            replayedLambdas.Add(Nested(code, $"{MessageNames.Of(call.TargetMethod)} in {name}"));
    }
}
