using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>Every rule of this assembly.</summary>
internal static class Descriptors
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

    public static readonly DiagnosticDescriptor WallClock = new(
        "REEN2001",
        "Replayed code reads the wall clock",
        "'{0}' reads the wall clock, which differs on replay; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that runs again on replay must see the recorded time.",
        HelpLinkBase + "REEN2001.md");

    public static readonly DiagnosticDescriptor Randomness = new(
        "REEN2002",
        "Replayed code makes random values or fresh ids",
        "'{0}' gives a new value on every run, so also on replay; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that runs again on replay must see the recorded random values and ids.",
        HelpLinkBase + "REEN2002.md");

    public static readonly DiagnosticDescriptor HostEnvironment = new(
        "REEN2003",
        "Replayed code reads its environment",
        "'{0}' depends on the machine or process it runs in; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that runs again on replay runs on another machine, in another process.",
        HelpLinkBase + "REEN2003.md");

    public static readonly DiagnosticDescriptor InputOutput = new(
        "REEN2004",
        "Replayed code does input or output",
        "'{0}' does input or output that replay would do again; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Input and output belong into recorded methods, whose results are served on replay.",
        HelpLinkBase + "REEN2004.md");

    public static readonly DiagnosticDescriptor Scheduling = new(
        "REEN2005",
        "Replayed code leaves the scheduling of its session",
        "'{0}' runs or waits outside the session, so replay can't keep its order; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Replay reproduces the order of tasks that it starts and releases itself; threads, pools and timers are not among them.",
        HelpLinkBase + "REEN2005.md");

    public static readonly DiagnosticDescriptor NotRecordable = new(
        "REEN3001",
        "A type can't be recorded",
        Sentence,
        Data,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Arguments and results of recorded methods are written to the recording by codecs that the generator makes.",
        HelpLinkBase + "REEN3001.md");

    public static readonly DiagnosticDescriptor NotReadable = new(
        "REEN3002",
        "A result can be recorded but not read back",
        Sentence,
        Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A replay serves recorded results, so it must be able to make their values again. Arguments are only compared.",
        HelpLinkBase + "REEN3002.md");

    public static readonly DiagnosticDescriptor SensitiveResult = new(
        "REEN3003",
        "A sensitive result can't be served on replay",
        Sentence,
        Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What is marked [Sensitive] is erased before it is written, so a replay has nothing to return.",
        HelpLinkBase + "REEN3003.md");

    public static readonly DiagnosticDescriptor EffectfulValue = new(
        "REEN3004",
        "Recording a value would have side effects",
        Sentence,
        Data,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Recording reads every member of a value and enumerates every sequence, once more than the program does.",
        HelpLinkBase + "REEN3004.md");

    public static readonly DiagnosticDescriptor MutatedValue = new(
        "REEN3005",
        "A recorded argument is changed while its call is under way",
        "'{0}' is changed while {1}, which was given it, may still run; the recording has it as it was. Await the call first, or pass a copy.",
        Data,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Arguments are recorded when a call starts. A call that is under way sees what is changed afterwards, and the recording does not.",
        HelpLinkBase + "REEN3005.md");
}
