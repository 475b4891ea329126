using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.CallGraph;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Data;

/// <summary>Finds what getters of a compilation change when they are read. Remembers what it found. Thread-safe.</summary>
internal sealed class GetterEffects(Compilation compilation)
{
    /// <summary>More methods than this are not followed from one getter.</summary>
    private const int MostMethods = 50;

    private readonly ConcurrentDictionary<IPropertySymbol, string> known = new(SymbolEqualityComparer.Default);

    /// <summary>What reading the property does besides, as a predicate of its getter; null for nothing.</summary>
    public string? Of(IPropertySymbol property, CancellationToken cancellationToken)
    {
        var definition = property.OriginalDefinition;
        if (!known.TryGetValue(definition, out var effect))
            known[definition] = effect = Find(definition, cancellationToken) ?? "";
        return effect.Length == 0 ? null : effect;
    }

    private string? Find(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.GetMethod is not { } getter || getter.DeclaringSyntaxReferences.IsEmpty)
            return null;
        var reader = new BodyReader(compilation);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { getter };
        var left = new Queue<ISymbol>();
        left.Enqueue(getter);
        while (left.Count > 0)
        {
            var member = left.Dequeue();
            if (!reader.IsOurs(member))
                continue;
            foreach (var operation in reader.Read(member, cancellationToken).SelectMany(OwnCode))
            {
                if (Effect(operation) is { } effect)
                    return effect;
                if (operation is IInvocationOperation { Instance: null or IInstanceReferenceOperation } call
                    && seen.Count < MostMethods && seen.Add(call.TargetMethod.OriginalDefinition))
                {
                    left.Enqueue(call.TargetMethod.OriginalDefinition);
                }
            }
        }

        return null;
    }

    /// <summary>The operations without those of lambdas, which may never run.</summary>
    private static IEnumerable<IOperation> OwnCode(IOperation root)
    {
        var left = new Stack<IOperation>();
        left.Push(root);
        while (left.Count > 0)
        {
            var operation = left.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or INameOfOperation))
                    left.Push(child);
            }
        }
    }

    private static string? Effect(IOperation operation) => operation switch
    {
        ICoalesceAssignmentOperation => null,
        IAssignmentOperation assignment when Kept(assignment.Target) is { } state && !LazyInitialization.Holds(assignment, state) =>
            $"assigns '{state.Name}'",
        IIncrementOrDecrementOperation step when Kept(step.Target) is { } state => $"changes '{state.Name}'",
        IInvocationOperation call => EffectOfCall(call),
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: { } type } } when IsTask(type) => "waits for a task",
        _ => null,
    };

    private static string? EffectOfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (method.Name is "GetResult" && type.Name.EndsWith("TaskAwaiter", StringComparison.Ordinal))
            return "waits for a task";
        if (method.Name == "Wait" && IsTask(type))
            return "waits for a task";
        if (type.Name == "Interlocked" && method.Name is "Increment" or "Decrement" or "Add" or "Exchange" or "And" or "Or"
            && call.Arguments.Select(static argument => Kept(argument.Value)).FirstOrDefault(static state => state is not null) is { } counter)
        {
            return $"changes '{counter.Name}'";
        }

        return Mutations.IsMutator(method) && call.Instance is { } receiver && Kept(receiver) is { } collection && !LazyInitialization.Holds(call, collection)
            ? $"changes '{collection.Name}'"
            : null;
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type.Name is "Task" or "ValueTask" && TypeNames.Namespace(type) == "System.Threading.Tasks";

    /// <summary>The field or property of the object itself, or the static one, that an expression is or is a part of; null for locals and what they hold.</summary>
    private static ISymbol? Kept(IOperation target)
    {
        ISymbol? state = null;
        while (true)
        {
            switch (Sequences.Unwrap(target))
            {
                case IFieldReferenceOperation { Instance: null } field:
                    return field.Field;
                case IPropertyReferenceOperation { Instance: null } property:
                    return property.Property;
                case IMemberReferenceOperation { Instance: { } instance } member:
                    state = member.Member is IPropertySymbol { IsIndexer: true } ? state : member.Member;
                    target = instance;
                    break;
                case IArrayElementReferenceOperation element:
                    state = null;
                    target = element.ArrayReference;
                    break;
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    return state;
                default:
                    return null;
            }
        }
    }
}
