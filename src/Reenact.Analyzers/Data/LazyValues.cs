using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Data;

/// <summary>Finds lazy sequences in a value that is about to be recorded.</summary>
internal static class LazyValues
{
    /// <summary>The sequences among the members that an expression gives to what it makes.</summary>
    public static IEnumerable<(IOperation Sequence, string Description)> InMembers(IOperation value, CancellationToken cancellationToken)
    {
        var left = new Stack<IOperation>();
        left.Push(value);
        while (left.Count > 0)
        {
            foreach (var given in Members(Sequences.Unwrap(left.Pop())))
            {
                if (Sequences.IsSequence(given.Type) && Sequences.Describe(given.Value, cancellationToken) is { } description)
                    yield return (given.Value, description);
                else
                    left.Push(given.Value);
            }
        }
    }

    private static IEnumerable<(ITypeSymbol? Type, IOperation Value)> Members(IOperation value) => value switch
    {
        IObjectCreationOperation creation => FromArguments(creation).Concat(FromInitializer(creation.Initializer)),
        IWithOperation with => FromInitializer(with.Initializer),
        _ => [],
    };

    /// <summary>Only of a type that keeps what it is given in a member of that name: a list copies its sequence.</summary>
    private static IEnumerable<(ITypeSymbol?, IOperation)> FromArguments(IObjectCreationOperation creation) =>
        creation.Arguments
            .Where(argument => argument.Parameter is { } parameter && Keeps(creation.Type, parameter))
            .Select(static argument => ((ITypeSymbol?)argument.Parameter!.Type, argument.Value));

    private static bool Keeps(ITypeSymbol? type, IParameterSymbol parameter) =>
        type is not null && type.GetMembers().Any(member =>
            string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            && SymbolEqualityComparer.Default.Equals((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, parameter.Type));

    private static IEnumerable<(ITypeSymbol?, IOperation)> FromInitializer(IObjectOrCollectionInitializerOperation? initializer) =>
        initializer is null
            ? []
            : initializer.Initializers.OfType<ISimpleAssignmentOperation>()
                .Where(static assignment => assignment.Target is IPropertyReferenceOperation or IFieldReferenceOperation)
                .Select(static assignment => (assignment.Target.Type, assignment.Value));
}
