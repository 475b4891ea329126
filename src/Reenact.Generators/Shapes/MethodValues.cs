using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Values;

namespace Reenact.Generators.Shapes;

/// <summary>What is recorded of a method's calls: which parameters, with which codecs, and which result.</summary>
internal sealed class MethodValues
{
    private readonly IMethodSymbol method;
    private readonly KnownTypes known;
    private readonly ParameterRole[] roles;
    private readonly ValueGraph?[] parameters;
    private readonly ValueGraph? result;

    public MethodValues(IMethodSymbol method, KnownTypes known, CancellationToken cancellationToken)
    {
        this.method = method;
        this.known = known;
        Result = MethodResult.Of(method, known);
        IgnoredInMatch = [.. method.Parameters.Select(parameter => KnownTypes.Find(parameter, known.IgnoreInMatchAttribute) is not null)];
        CancellationToken = method.Parameters.FirstOrDefault(parameter => ParameterShape.IsToken(parameter, known));
        roles = [.. method.Parameters.Select(parameter => ParameterShape.Role(parameter, known))];
        parameters = new ValueGraph?[method.Parameters.Length];
        foreach (var parameter in method.Parameters)
        {
            if (RoleOf(parameter) != ParameterRole.PassedOn)
                parameters[parameter.Ordinal] = ValueGraph.Of(ParameterShape.RecordedType(parameter), known, cancellationToken, KnownTypes.Find(parameter, known.ValueCodecAttribute));
        }

        if (Result.Type is { } type && ResultProblems.Find(method, known) is null)
        {
            result = Result.Reading == ResultReading.Content
                ? new ValueGraph(RuntimeCodecs.StreamContent(TypeNames.InCode(type)), [], null)
                : ValueGraph.Of(type, known, cancellationToken);
        }
    }

    public MethodResult Result { get; }

    public bool[] IgnoredInMatch { get; }

    /// <summary>What the caller cancels with.</summary>
    public IParameterSymbol? CancellationToken { get; }

    public string? ResultCodec => result is null ? null : SensitiveValues.Codec(SensitiveValues.OfResult(method, known), Result.Type!, result.Codec);

    /// <summary>The codecs to emit, and the marks of what is sensitive, each once.</summary>
    public IEnumerable<ValueCodecModel> Codecs
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            return parameters.Append(result).SelectMany(static graph => graph?.Codecs ?? []).Concat(Marks).Where(codec => seen.Add(codec.Name));
        }
    }

    public IEnumerable<CodecRegistrationModel> Registrations
    {
        get
        {
            foreach (var parameter in method.Parameters)
            {
                if (parameters[parameter.Ordinal] is { } graph && CanBeRegistered(parameter, known))
                    yield return new CodecRegistrationModel(TypeNames.InCode(ParameterShape.RecordedType(parameter)), graph.Codec, TypeReach.ModelFor(ParameterShape.RecordedType(parameter)));
            }

            if (Result.Reading != ResultReading.Content && Result.Type is { } type && result is not null && !OpenTypes.IsOpen(type))
                yield return new CodecRegistrationModel(TypeNames.InCode(type), result.Codec, TypeReach.ModelFor(type));
        }
    }

    /// <summary>What is recorded of a parameter.</summary>
    public ParameterRole RoleOf(IParameterSymbol parameter) => roles[parameter.Ordinal];

    /// <summary>The codec of a parameter; null when it is passed on without being recorded.</summary>
    public string? CodecOf(IParameterSymbol parameter) => parameters[parameter.Ordinal] is { } graph
        ? ParameterShape.Codec(parameter, graph.Codec, SensitiveValues.Of(parameter, known))
        : null;

    /// <summary>What is recorded as the result of a <c>[Recorded]</c> method but can't be read back; null when all can be.</summary>
    public ShapeProblem? Unreadable => result?.Unreadable is { } failure
        ? Problem(failure, $"The result of {MethodNames.ForPeople(method)}", ShapePlace.Result, 0) with { Kind = ShapeProblemKind.NotReadable }
        : null;

    public void AddProblemsTo(List<ShapeProblem> problems)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameters[parameter.Ordinal]?.Failure is { } failure)
            {
                var subject = RoleOf(parameter) == ParameterRole.Progress ? $"What is reported to parameter '{parameter.Name}'" : $"Parameter '{parameter.Name}'";
                problems.Add(Problem(failure, subject, ShapePlace.Parameter, parameter.Ordinal));
            }
        }

        if (result?.Failure is { } unrecordable)
            problems.Add(Problem(unrecordable, $"The result of {MethodNames.ForPeople(method)}", ShapePlace.Result, 0));
    }

    /// <summary>A codec that only this parameter has, or whose type is open, is none to look up by type.</summary>
    private static bool CanBeRegistered(IParameterSymbol parameter, KnownTypes known) =>
        !OpenTypes.IsOpen(ParameterShape.RecordedType(parameter)) && KnownTypes.Find(parameter, known.ValueCodecAttribute) is null;

    /// <summary>The types to emit for marks of parameters and of the result.</summary>
    private IEnumerable<ValueCodecModel> Marks => method.Parameters
        .Where(parameter => parameters[parameter.Ordinal] is not null)
        .Select(parameter => SensitiveValues.Of(parameter, known))
        .Append(result is null ? null : SensitiveValues.OfResult(method, known))
        .Select(static mark => mark?.Model)
        .OfType<ValueCodecModel>();

    private static ShapeProblem Problem(ValueFailure failure, string whole, ShapePlace place, int index) => new(
        failure.Unresolved ? ShapeProblemKind.UnresolvedType : ShapeProblemKind.NotRecordable,
        failure.Path.Length == 0 ? whole : failure.Path[0] is '[' or '.' ? $"{whole} at {failure.Path}" : failure.Path,
        failure.Reason,
        failure.Remedy,
        place,
        index)
    {
        CodecType = failure.CodecType,
        Member = failure.Member,
    };
}
