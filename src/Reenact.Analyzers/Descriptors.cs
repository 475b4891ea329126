using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>Every rule of this assembly.</summary>
internal static partial class Descriptors
{
    public const string HelpLinkBase = "https://github.com/reenact-dev/reenact/blob/main/docs/rules/";

    /// <summary>What is wrong with what, and what to do: see <c>ShapeProblem</c>.</summary>
    private const string Sentence = "{0} {1}. {2}.";

    private const string Shape = "Reenact.Shape";
    private const string Data = "Reenact.Data";
    private const string Determinism = "Reenact.Determinism";

    public static readonly DiagnosticDescriptor RecordedMethods = new(
        "REEN0001",
        "What of this project is recorded",
        "{0} {1} recorded, {2} replayed in this project{3}",
        "Reenact.Summary",
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        "Counts the methods that the generator wrote. Nothing is wrong.",
        HelpLinkBase + "REEN0001.md",
        WellKnownDiagnosticTags.CompilationEnd);
}
