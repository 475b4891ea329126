using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>Finds what is wrong with the declaration itself: not partial, or no signature to record.</summary>
internal static class DeclarationProblems
{
    private const int AgentKind = 7;

    public static void AddTo(List<ShapeProblem> problems, IMethodSymbol method, AttributeData attribute, KnownTypes known)
    {
        var name = MethodNames.ForPeople(method);
        if (Placement(method) is var (placement, remedy))
        {
            // A method that can't be partial where it stands need not be told to be.
            problems.Add(new ShapeProblem(ShapeProblemKind.UnsupportedSignature, name, placement, remedy));
        }
        else if (!method.IsPartialDefinition)
        {
            problems.Add(new ShapeProblem(
                ShapeProblemKind.NotPartial,
                name,
                "is not a partial declaration, so its calls can't be recorded",
                $"Declare it partial, and move its body to {CoreMethod.NameFor(method.Name)}"));
        }

        AddContainingTypes(problems, method);
        AddKind(problems, method, attribute);
        AddSignature(problems, method, known);
    }

    /// <summary>What no value could be recorded of, wherever the method stands.</summary>
    public static void AddSignature(List<ShapeProblem> problems, IMethodSymbol method, KnownTypes known)
    {
        var name = MethodNames.ForPeople(method);
        if (method.IsVararg)
            problems.Add(Unsupported(name, "takes __arglist, which can't be recorded", "Take an array"));

        if (method.RefKind != RefKind.None)
            problems.Add(Unsupported(name, "returns by reference, which can't be recorded", "Return the value", ShapePlace.Result));

        foreach (var parameter in method.Parameters)
            AddParameter(problems, parameter, known);

        if (ResultProblems.Find(method, known) is var (reason, cure))
            problems.Add(Unsupported(name, reason, cure, ShapePlace.Result));
    }

    /// <summary>Why a method can't be partial where it stands, and what to do; null when it can.</summary>
    public static (string Reason, string Remedy)? Placement(IMethodSymbol method)
    {
        var forward = "Write the recorded method as an ordinary partial method, and forward to it from this one";
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.ExplicitInterfaceImplementation)
            return ("implements an interface explicitly, and C# has no such partial methods", forward);

        if (method.IsAbstract)
            return ("is abstract, and C# has no abstract partial methods", "Put the attribute on the methods that override it");

        if (method.IsExtern)
            return ("is extern, so it has no body to record", forward);

        if (method.MethodKind != MethodKind.Ordinary)
            return ("is no ordinary method", forward);

        if (type.IsExtension)
            return ("stands in an extension block, and C# has no partial methods there", "Write it as a static partial method whose first parameter is marked 'this'");

        if (type.TypeKind == TypeKind.Interface)
            return ("is a member of an interface", "Put the attribute on the methods that implement it");

        if (type.IsRefLikeType)
            return ("is a member of a ref struct, which can't outlive the call", "Move it to a class");

        return ContainingTypes.Outwards(type).Any(static each => each.IsFileLocal)
            ? ("is a member of a type that is local to its file, which emitted code can't extend", "Make the type internal or public")
            : null;
    }

    private static void AddContainingTypes(List<ShapeProblem> problems, IMethodSymbol method)
    {
        if (method.ContainingType.IsExtension)
            return;

        var index = 0;
        foreach (var type in ContainingTypes.Outwards(method.ContainingType))
        {
            if (!ContainingTypes.IsPartial(type))
            {
                problems.Add(new ShapeProblem(
                    ShapeProblemKind.ContainingTypeNotPartial,
                    type.Name,
                    $"contains {MethodNames.ForPeople(method)}, which is recorded, and is not partial",
                    "Declare it partial",
                    ShapePlace.ContainingType,
                    index));
            }

            index++;
        }
    }

    private static void AddKind(List<ShapeProblem> problems, IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is AgentKind)
        {
            problems.Add(Unsupported(
                MethodNames.ForPeople(method),
                "is marked [Recorded] with the kind Agent, whose body would run again on replay",
                "Mark it [Replayed], or give it another kind"));
        }
    }

    private static void AddParameter(List<ShapeProblem> problems, IParameterSymbol parameter, KnownTypes known)
    {
        if ((ParameterShape.Problem(parameter, known) ?? BesideStream(parameter, known)) is var (reason, remedy))
            problems.Add(Unsupported($"Parameter '{parameter.Name}'", reason, remedy, ShapePlace.Parameter, parameter.Ordinal));
    }

    /// <summary>A stream's call has no end that could hold what comes out by parameters.</summary>
    private static (string Reason, string Remedy)? BesideStream(IParameterSymbol parameter, KnownTypes known) =>
        parameter.ContainingSymbol is IMethodSymbol method
        && MethodResult.Of(method, known).Kind == ReturnKind.Stream
        && ParameterShape.Role(parameter, known) is not (ParameterRole.Argument or ParameterRole.PassedOn)
            ? ("gives something out beside a stream, which is not recorded", "Make it an item of the stream, or leave it out with [IgnoreRecorded]")
            : null;

    private static ShapeProblem Unsupported(string subject, string reason, string remedy, ShapePlace place = ShapePlace.Method, int index = 0) =>
        new(ShapeProblemKind.UnsupportedSignature, subject, reason, remedy, place, index);
}
