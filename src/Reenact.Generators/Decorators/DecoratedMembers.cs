using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>Makes the models of a decorator's members, and gathers what they record and what is wrong with them.</summary>
/// <param name="contract">The interface.</param>
/// <param name="attribute">What says that it is recorded.</param>
/// <param name="inner">The name of the field that holds what calls are passed on to.</param>
/// <param name="names">The names that the decorator's own members can't have.</param>
/// <param name="known">What the compilation knows.</param>
/// <param name="cancellationToken">Ends a parse that nobody waits for.</param>
internal sealed class DecoratedMembers(
    INamedTypeSymbol contract,
    AttributeData attribute,
    string inner,
    LocalNames names,
    KnownTypes known,
    CancellationToken cancellationToken)
{
    private const int ServiceKind = 5;

    private readonly HashSet<string> seenCodecs = new(StringComparer.Ordinal);

    public List<ShapeProblem> Problems { get; } = [];

    public List<CodecRegistrationModel> Values { get; } = [];

    /// <summary>The codecs to emit, each once.</summary>
    public List<ValueCodecModel> Codecs { get; } = [];

    public IEnumerable<DecoratorMemberModel> Model(InterfaceMember member)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return member.Symbol switch
        {
            IMethodSymbol method => [Method(method, member)],
            IPropertySymbol property => [Property(property, member)],
            IEventSymbol @event => [Event(@event, member)],
            _ => [],
        };
    }

    private DecoratorMemberModel Method(IMethodSymbol method, InterfaceMember member)
    {
        if (Record(method, MethodNames.ForPeople(method), out var rejection) is not { } values)
            return new PlainMemberModel(MemberDeclarations.OfRejected(method, member), rejection);

        var model = Recorded(method, values, method.Name);
        return new DecoratedMethodModel(
            model with
            {
                Form = MemberForm.Method,
                Name = MemberDeclarations.Qualifier(member) + model.Name,
                Modifiers = member.IsExplicit ? "" : "public ",
                Constraints = (member.IsExplicit ? TypeParameterConstraints.OfExplicitImplementation(method) : TypeParameterConstraints.Of(method)).ToEquatableArray(),
                Parameters = member.IsExplicit ? model.Parameters : MemberDeclarations.WithDefaults(model.Parameters, method.Parameters),
                Core = $"{Target(member)}.{model.Name}",
            },
            model.Name);
    }

    private AccessedMemberModel Property(IPropertySymbol property, InterfaceMember member)
    {
        var accessors = new List<DecoratorMemberModel>();
        if (MemberDeclarations.IsImplemented(property.GetMethod, known))
            accessors.Add(Accessor(property.GetMethod!, property, member));

        if (MemberDeclarations.IsImplemented(property.SetMethod, known))
            accessors.Add(property.SetMethod!.IsInitOnly ? InitAccessor(property) : Accessor(property.SetMethod, property, member));

        return new AccessedMemberModel(MemberDeclarations.Of(property, member), accessors.ToEquatableArray());
    }

    private DecoratorMemberModel Accessor(IMethodSymbol accessor, IPropertySymbol property, InterfaceMember member)
    {
        var isGetter = accessor.MethodKind == MethodKind.PropertyGet;
        var name = property.IsIndexer ? "Item" : property.Name;
        var descriptor = (isGetter ? "Get" : "Set") + name;
        var subject = $"the {(isGetter ? "getter" : "setter")} of {property.ContainingType.Name}.{(property.IsIndexer ? "this[]" : property.Name)}";
        if (Record(accessor, subject, out var rejection) is not { } values)
            return new PlainMemberModel(isGetter ? "get" : "set", rejection);

        return new DecoratedMethodModel(
            Recorded(accessor, values, descriptor) with
            {
                Form = (isGetter, property.IsIndexer) switch
                {
                    (true, false) => MemberForm.Getter,
                    (false, false) => MemberForm.Setter,
                    (true, true) => MemberForm.IndexerGetter,
                    (false, true) => MemberForm.IndexerSetter,
                },
                Modifiers = "",
                Core = property.IsIndexer ? Target(member) : $"{Target(member)}.{TypeNames.Identifier(property.Name)}",
            },
            descriptor);
    }

    /// <summary>Nothing can set it on an instance that exists already.</summary>
    private static PlainMemberModel InitAccessor(IPropertySymbol property) => new(
        "init",
        MemberDeclarations.Throw($"{property.ContainingType.Name}.{property.Name} can only be set while an object is made, so it can't be passed on to the recorded one. Set it there."));

    private AccessedMemberModel Event(IEventSymbol @event, InterfaceMember member)
    {
        var type = TypeNames.InSignature(@event.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        var name = TypeNames.Identifier(@event.Name);
        var target = IsHidden(member) ? $"(({TypeNames.InCode(@event.ContainingType)})target)" : "target";
        string Pass(string method, string @operator) =>
            $"{inner}.{method}<{type}>(\"{@event.ContainingType.Name}.{@event.Name}\", value, static (target, handler) => {target}.{name} {@operator} handler);";

        return new AccessedMemberModel(
            MemberDeclarations.Of(@event, member),
            new DecoratorMemberModel[] { new PlainMemberModel("add", Pass("Subscribe", "+=")), new PlainMemberModel("remove", Pass("Unsubscribe", "-=")) }.ToEquatableArray());
    }

    /// <summary>What is recorded of a method; null when there are problems, which are noted and which the rejection throws.</summary>
    private MethodValues? Record(IMethodSymbol method, string name, out string rejection)
    {
        rejection = "";
        var problems = new List<ShapeProblem>();
        DeclarationProblems.AddSignature(problems, method, known);
        var values = new MethodValues(method, known, cancellationToken);
        values.AddProblemsTo(problems);
        if (method.AssociatedSymbol is { } property && KnownTypes.Find(property, known.IgnoreRecordedAttribute) is not null)
        {
            problems.Add(new ShapeProblem(
                ShapeProblemKind.UnsupportedSignature,
                MethodNames.ForPeople(method),
                "is marked [IgnoreRecorded], and without a recorded value replay has none",
                "Remove the attribute, or record an interface without the property"));
        }

        if (problems.Count == 0)
        {
            Values.AddRange(values.Registrations);
            Codecs.AddRange(values.Codecs.Where(codec => seenCodecs.Add(codec.Name)));
            return values;
        }

        var named = problems.ConvertAll(problem => problem with { Subject = About(problem, method, name) });
        rejection = Rejection(named);
        Problems.AddRange(named);
        return null;
    }

    /// <summary>The subject with the member's name: the diagnostic doesn't stand at the member.</summary>
    private static string About(ShapeProblem problem, IMethodSymbol method, string name) =>
        problem.Subject == MethodNames.ForPeople(method) ? Capital(name)
        : problem.Place == ShapePlace.Parameter && problem.Subject.StartsWith("Parameter ", StringComparison.Ordinal) ? $"{problem.Subject} of {name}"
        : problem.Subject.StartsWith("The result of ", StringComparison.Ordinal) ? problem.Subject.Replace(MethodNames.ForPeople(method), name)
        : $"{problem.Subject}, which {name} {(problem.Place == ShapePlace.Result ? "returns" : "takes")},";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);

    private static string Rejection(IEnumerable<ShapeProblem> problems) =>
        MemberDeclarations.Throw(string.Join(" ", problems.Select(static problem => problem.AsSentence)));

    private RecordedMethodModel Recorded(IMethodSymbol method, MethodValues values, string emittedName)
    {
        var model = MethodModels.Create(method, attribute, isReplayed: false, values);
        return model with
        {
            RecordedName = RecordedName(method),
            Kind = attribute.NamedArguments.FirstOrDefault(static pair => pair.Key == "Kind").Value.Value is int kind ? kind : ServiceKind,
            IsStatic = false,
            InSession = names.Take(MethodModels.With(emittedName, "InSession")),
        };
    }

    private string RecordedName(IMethodSymbol method) =>
        attribute.NamedArguments.FirstOrDefault(static pair => pair.Key == "Name").Value.Value is string { Length: > 0 } prefix
            ? $"{prefix}.{method.Name}{(method.Arity > 0 ? $"`{method.Arity}" : "")}"
            : MethodNames.InRecordings(method);

    /// <summary>Whether a name of the recorded interface means another member, or could.</summary>
    private bool IsHidden(InterfaceMember member) =>
        member.IsAmbiguous && !SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, contract);

    private string Target(InterfaceMember member) =>
        IsHidden(member)
            ? $"(({TypeNames.InCode(member.Symbol.ContainingType)}){inner}.Instance)"
            : $"{inner}.Instance";
}
