using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>How recorded methods are written and called.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "REEN1001",
        "A recorded method must be partial",
        Sentence,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator writes the marked method; its author writes the body as the core. That needs a partial declaration.",
        HelpLinkBase + "REEN1001.md");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        "REEN1002",
        "A type with recorded methods must be partial",
        Sentence,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generator adds the marked method to its type, so the type and all types around it must be partial.",
        HelpLinkBase + "REEN1002.md");

    public static readonly DiagnosticDescriptor CoreMissing = new(
        "REEN1003",
        "A recorded method needs a core with its signature",
        Sentence,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The marked method calls its core, which has the same parameter types, ref kinds, type parameters and return type.",
        HelpLinkBase + "REEN1003.md");

    public static readonly DiagnosticDescriptor UnsupportedSignature = new(
        "REEN1004",
        "This method can't be recorded",
        Sentence,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Some signatures have no value that could be recorded, and some members can't be partial in C#.",
        HelpLinkBase + "REEN1004.md");

    public static readonly DiagnosticDescriptor CoreCalled = new(
        "REEN1005",
        "The core of a recorded method is called directly",
        "'{0}' runs without being recorded; call {1} instead",
        Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Only a call of the marked method is recorded and, on replay, served; a call of its core is neither.",
        HelpLinkBase + "REEN1005.md");

    public static readonly DiagnosticDescriptor OverrideNotRecorded = new(
        "REEN1006",
        "An override of a recorded method is not recorded",
        "{0} overrides {1}, and its calls are not recorded; mark it [{2}]",
        Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Attributes of recording are not inherited: each override says for itself that it is recorded or replayed.",
        HelpLinkBase + "REEN1006.md");

    public static readonly DiagnosticDescriptor NameClaimedTwice = new(
        "REEN1007",
        "Two recorded methods claim one name",
        "{0} is recorded as '{1}', and so is {2}; give one of them another Name",
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A recording knows methods by their names; calls of two methods under one name can't be told apart.",
        HelpLinkBase + "REEN1007.md");

    public static readonly DiagnosticDescriptor RecordedAndReplayed = new(
        "REEN1008",
        "A method is either recorded or replayed",
        Sentence,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "On replay a recorded method is served from the recording and a replayed one runs again; one method can't do both.",
        HelpLinkBase + "REEN1008.md");

    public static readonly DiagnosticDescriptor StreamTokenUnseen = new(
        "REEN1009",
        "A recorded stream does not see the token of an enumeration",
        "'{0}' of {1} does not see a token given with WithCancellation to what {2} returns; mark it [EnumeratorCancellation]",
        Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The token of an enumeration reaches an async iterator only through a parameter marked [EnumeratorCancellation].",
        HelpLinkBase + "REEN1009.md");

    public static readonly DiagnosticDescriptor UnnamedSideEffect = new(
        "REEN1010",
        "A test that may run live calls a method with side effects without naming it",
        "This test may call '{0}', which has side effects, for real ({1}); name it in AllowSideEffects, or set Mode = ReenactMode.Replay",
        Shape,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A call with side effects that a test makes for real must be meant: what is not named throws when the test records or runs without a recording.",
        HelpLinkBase + "REEN1010.md");
}
