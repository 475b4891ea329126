using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>
/// What a method marked <c>[Recorded]</c> or <c>[Replayed]</c> comes to: a model to emit, or the problems that keep it from
/// being recorded. The analyzers report them; the generator gives such a method a body that throws.
/// </summary>
internal sealed class RecordedMethodShape
{
    private RecordedMethodShape(IReadOnlyList<ShapeProblem> problems) => Problems = problems;

    /// <summary>The type that declares the method; null when there are problems.</summary>
    public ContainingTypeModel? Type { get; private init; }

    /// <summary>What to emit; null when there are problems.</summary>
    public RecordedMethodModel? Model { get; private init; }

    /// <summary>The types of the parameters and the result that are recorded, with their codecs; empty when there are problems.</summary>
    public EquatableArray<CodecRegistrationModel> Values { get; private init; }

    /// <summary>The codecs that the method's parameters and result need; empty when there are problems.</summary>
    public EquatableArray<ValueCodecModel> Codecs { get; private init; }

    /// <summary>What keeps the method from being recorded; empty when nothing does.</summary>
    public IReadOnlyList<ShapeProblem> Problems { get; }

    /// <summary>What is recorded but can't be read back; null when all can be. It keeps nothing from being recorded.</summary>
    public ShapeProblem? Unreadable { get; private init; }

    /// <summary>Reads a method in source; null when it carries neither attribute. Never throws on broken code.</summary>
    public static RecordedMethodShape? Parse(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        method = method.PartialDefinitionPart ?? method;
        var recorded = KnownTypes.Find(method, known.RecordedAttribute);
        var replayed = KnownTypes.Find(method, known.ReplayedAttribute);
        if ((recorded ?? replayed) is not { } attribute)
            return null;

        var problems = new List<ShapeProblem>();
        if (recorded is not null && replayed is not null)
        {
            problems.Add(new ShapeProblem(
                ShapeProblemKind.BothAttributes,
                MethodNames.ForPeople(method),
                "is marked both [Recorded], whose body does not run on replay, and [Replayed], whose body does",
                "Keep [Recorded] for a call of the outside world, or [Replayed] for code of the agent"));
        }

        DeclarationProblems.AddTo(problems, method, attribute, known);
        CoreProblems.AddTo(problems, method);

        var values = new MethodValues(method, known, cancellationToken);
        values.AddProblemsTo(problems);
        if (problems.Count > 0)
            return new RecordedMethodShape(problems);

        return new RecordedMethodShape(problems)
        {
            Type = ContainingTypes.Model(method.ContainingType),
            Model = MethodModels.Create(method, attribute, replayed is not null, values),
            Values = values.Registrations.ToEquatableArray(),
            Codecs = values.Codecs.ToEquatableArray(),
            Unreadable = recorded is null ? null : values.Unreadable,
        };
    }
}
