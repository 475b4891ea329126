using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Which members an expression uses by name or operator. What it uses by pattern stands in <see cref="PatternMembers"/>.</summary>
internal static class UsedMembers
{
    /// <summary>The member that an expression names or calls, as the table knows it; null for other code.</summary>
    public static ISymbol? Named(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation group => group.Method,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>The expression on which a member is used; null for static members.</summary>
    public static IOperation? Receiver(IOperation operation)
    {
        var receiver = operation switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } => reference.Instance,
            _ => null,
        };
        while (receiver is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
            receiver = receiver.ChildOperations.First();
        return receiver;
    }

    /// <summary>The members whose code runs, or may run later, because of an expression.</summary>
    public static IEnumerable<MemberUse> Run(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { MethodKind: not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) } called } call:
                return MadeGenerically(called).Prepend(On(called, call));
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                return MadeGenerically(called);
            case IMethodReferenceOperation { Method: { MethodKind: not MethodKind.LocalFunction } named } group:
                return MadeGenerically(named).Prepend(On(named, group));
            case IObjectCreationOperation { Constructor: { } constructor }:
                return MadeGenerically(constructor).Prepend(new MemberUse(constructor));
            case IPropertyReferenceOperation property:
                return Accessors(property);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                return One((assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod) is { } accessor ? On(accessor, assignment) : null);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                return Operator(unary.OperatorMethod, unary.ConstrainedToType);
            case IIncrementOrDecrementOperation step:
                return Operator(step.OperatorMethod, step.ConstrainedToType ?? step.Target.Type);
            case ICompoundAssignmentOperation compound:
                return Operator(compound.OperatorMethod, compound.ConstrainedToType ?? compound.Target.Type)
                    .Concat(Operator(compound.InConversion.MethodSymbol)).Concat(Operator(compound.OutConversion.MethodSymbol));
            case IConversionOperation conversion:
                return Operator(conversion.OperatorMethod, conversion.ConstrainedToType);
            case IArgumentOperation argument:
                return Operator(argument.InConversion.MethodSymbol).Concat(Operator(argument.OutConversion.MethodSymbol));
            case ICoalesceOperation coalesce:
                return Operator(coalesce.ValueConversion.MethodSymbol);
            default:
                return [];
        }
    }

    /// <summary>The use of a member on the object that an expression names.</summary>
    private static MemberUse On(IMethodSymbol member, IOperation use)
    {
        if (Receiver(use) is not { } receiver)
            return new MemberUse(member, ConstrainedTo(use));
        var made = receiver is ILocalReferenceOperation local && (member.IsVirtual || member.IsAbstract || member.IsOverride) ? MemberUse.MadeAs(local) : null;
        return new MemberUse(member, made ?? receiver.Type, receiver);
    }

    private static ITypeSymbol? ConstrainedTo(IOperation use) => use switch
    {
        IInvocationOperation call => call.ConstrainedToType,
        IMemberReferenceOperation member => member.ConstrainedToType,
        _ => null,
    };

    private static IEnumerable<MemberUse> Binary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is not { } method)
            yield break;
        yield return new MemberUse(method, binary.ConstrainedToType);
        if (binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
            yield break;
        // Whether the right side is looked at, the type itself says.
        var decides = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName;
        foreach (var each in method.ContainingType.GetMembers(decides).OfType<IMethodSymbol>())
            yield return new MemberUse(each);
    }

    private static IEnumerable<MemberUse> Accessors(IPropertyReferenceOperation reference) =>
        Accessors(reference.Property, reference).Select(accessor => On(accessor, reference));

    /// <summary>The accessors of a property that an expression runs, by what becomes of it.</summary>
    public static IEnumerable<IMethodSymbol> Accessors(IPropertySymbol property, IOperation reference)
    {
        var written = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
        var steps = reference.Parent is IIncrementOrDecrementOperation;
        var read = !written || reference.Parent is ICompoundAssignmentOperation or ICoalesceAssignmentOperation;
        if (IsDeconstructed(reference))
            (written, read) = (true, false);
        // What is written is a reference that the getter returns.
        if (property.RefKind != RefKind.None)
            read = true;
        if (read && property.GetMethod is { } getter)
            yield return getter;
        if ((written || steps) && property.SetMethod is { } setter)
            yield return setter;
    }

    private static bool IsDeconstructed(IOperation reference)
    {
        var outer = reference.Parent;
        while (outer is ITupleOperation { Parent: { } parent } tuple)
        {
            if (parent is IDeconstructionAssignmentOperation deconstruction)
                return deconstruction.Target == tuple;
            outer = parent;
        }

        return false;
    }

    /// <summary>The constructors that 'new T()' runs, where the type that is made is named: <c>Make&lt;Plan&gt;()</c>.</summary>
    private static IEnumerable<MemberUse> MadeGenerically(IMethodSymbol called)
    {
        if (!called.IsGenericMethod && !called.ContainingType.IsGenericType)
            return [];
        if (called is { Name: "CreateInstance", ContainingType: { Name: "Activator", ContainingNamespace.Name: "System" } })
            return Constructor(called.TypeArguments[0]);
        return Made(called.TypeParameters, called.TypeArguments).Concat(Made(called.ContainingType.TypeParameters, called.ContainingType.TypeArguments));
    }

    private static IEnumerable<MemberUse> Made(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].HasConstructorConstraint)
                continue;
            foreach (var use in Constructor(arguments[i]))
                yield return use;
        }
    }

    private static IEnumerable<MemberUse> Constructor(ITypeSymbol made) =>
        (made as INamedTypeSymbol)?.InstanceConstructors.Where(static each => each.Parameters.IsEmpty).Select(static each => new MemberUse(each)) ?? [];

    private static IEnumerable<MemberUse> Operator(IMethodSymbol? method, ITypeSymbol? constrainedTo = null) =>
        method is null ? [] : [new MemberUse(method, constrainedTo)];

    private static IEnumerable<MemberUse> One(MemberUse? use) => use is { } known ? [known] : [];
}
