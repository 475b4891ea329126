using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>Turns a problem of a method's shape into a diagnostic.</summary>
internal static class ShapeDiagnostic
{
    /// <summary>The property of a diagnostic that holds the <see cref="ShapeProblemKind"/>, for code fixes.</summary>
    public const string KindProperty = "Kind";

    /// <summary>The property that holds the documentation id of the type that a codec could be written for.</summary>
    public const string CodecTypeProperty = "CodecType";

    /// <summary>The property that holds the documentation id of the member that could be left out of recordings.</summary>
    public const string MemberProperty = "Member";

    /// <summary>The rules of methods and their values; <see cref="Descriptors.ContainingTypeNotPartial"/> belongs to types.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfMethods =
    [
        Descriptors.NotPartial,
        Descriptors.CoreMissing,
        Descriptors.UnsupportedSignature,
        Descriptors.RecordedAndReplayed,
        Descriptors.NotRecordable,
    ];

    public static Diagnostic Create(DiagnosticDescriptor rule, ShapeProblem problem, Location location) => Diagnostic.Create(
        rule,
        location,
        ImmutableDictionary<string, string?>.Empty
            .Add(KindProperty, problem.Kind.ToString())
            .Add(CodecTypeProperty, problem.CodecType)
            .Add(MemberProperty, problem.Member),
        problem.Subject,
        problem.Reason,
        problem.Remedy);
}
