using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Shapes;

/// <summary>Finds what is wrong with a method's core.</summary>
internal static class CoreProblems
{
    public static void AddTo(List<ShapeProblem> problems, IMethodSymbol method)
    {
        // A method that isn't partial yet still holds the body that its core will have.
        if (!method.IsPartialDefinition)
            return;

        var name = MethodNames.ForPeople(method);
        var core = CoreMethod.NameFor(method.Name);
        string? difference = null;
        foreach (var candidate in CoreMethod.Candidates(method))
        {
            if (CoreMethod.DifferenceFrom(method, candidate) is not { } found)
                return;

            difference ??= found;
        }

        problems.Add(difference is null
            ? new ShapeProblem(
                ShapeProblemKind.CoreMissing,
                name,
                $"has no core: {method.ContainingType.Name} declares no {core}",
                $"Write its body as {core}, with the same parameters and result")
            : new ShapeProblem(
                ShapeProblemKind.CoreDiffers,
                name,
                $"has no core with its signature: {core} {difference}",
                $"Give {core} the same parameter types and result"));
    }
}
