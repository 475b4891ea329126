using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>A use of a method: a call, a constructor, or its name alone.</summary>
internal readonly struct CallSite(IOperation operation, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
{
    public IOperation Operation { get; } = operation;

    public IMethodSymbol Method { get; } = method;

    public IOperation? Instance { get; } = instance;

    /// <summary>None where the method is only named: whoever calls it passes them.</summary>
    public ImmutableArray<IArgumentOperation> Arguments { get; } = arguments;

    private bool IsNamedOnly => Operation is IMethodReferenceOperation;

    public IOperation? Argument(int ordinal) => Operands.ArgumentOf(Arguments, parameter => parameter.Ordinal == ordinal);

    public IOperation? Argument(Func<IParameterSymbol, bool> which) => Operands.ArgumentOf(Arguments, which);

    /// <summary>Whether a parameter of some kind is given something that isn't null.</summary>
    public bool IsGiven(Func<IParameterSymbol, bool> which) =>
        IsNamedOnly ? Method.Parameters.Any(which) : Argument(which) is { } value && !Operands.IsNull(value);

    /// <summary>Whether the call says which culture; one that isn't the same everywhere is another rule's business.</summary>
    public bool IsGivenCulture() => IsGiven(static parameter => FrameworkTypes.IsFormatProvider(parameter.Type));

    public Finding Find(string remedy, DiagnosticSeverity? severity = null) =>
        new(Descriptors.CultureAndTimeZone, MessageNames.Of(Method), remedy, Operation.Syntax)
        {
            Severity = severity,
            Member = Method.OriginalDefinition.GetDocumentationCommentId(),
        };

    public Finding? Find(Sensitivity sensitivity, string remedy) => sensitivity switch
    {
        Sensitivity.None => null,
        Sensitivity.Slight => Find(remedy, DiagnosticSeverity.Info),
        _ => Find(remedy),
    };
}
