using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>What replayed code must not do. Messages take what is used, what to do, and how replay gets there.</summary>
internal static partial class Descriptors
{
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

    public static readonly DiagnosticDescriptor SharedState = new(
        "REEN2006",
        "Replayed code uses shared mutable state",
        "'{0}' is shared with other sessions and can change, so replay may see something else; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What replayed code sees must come from its arguments, its agent and its recording, not from what the process did before.",
        HelpLinkBase + "REEN2006.md");

    public static readonly DiagnosticDescriptor UnstableHashCode = new(
        "REEN2007",
        "Replayed code asks for a hash code that differs between processes",
        "'{0}' gives a hash code that differs from process to process; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Hash codes of strings, objects and what is made of them are seeded anew in each process, so on replay they are others.",
        HelpLinkBase + "REEN2007.md");

    public static readonly DiagnosticDescriptor UnorderedEnumeration = new(
        "REEN2008",
        "Replayed code depends on the order of an unordered collection",
        "'{0}' is enumerated in an order that may differ on replay; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Sets and dictionaries list their elements by hash codes and the like, which differ between processes and machines.",
        HelpLinkBase + "REEN2008.md");

    public static readonly DiagnosticDescriptor CultureAndTimeZone = new(
        "REEN2009",
        "Replayed code depends on the culture or the time zone",
        "'{0}' depends on the culture or the time zone of the machine it runs on; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Code that runs again on replay may run under another culture and in another time zone, and then formats, parses, compares and sorts otherwise.",
        HelpLinkBase + "REEN2009.md");

    public static readonly DiagnosticDescriptor FireAndForget = new(
        "REEN2010",
        "Replayed code starts work that nobody awaits",
        "'{0}' runs on with nobody awaiting it, so its session can end before it does; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What a session doesn't wait for may be missing from its recording, comes at another time on replay, and fails unheard.",
        HelpLinkBase + "REEN2010.md");

    public static readonly DiagnosticDescriptor RecordedWrite = new(
        "REEN2011",
        "A recorded method changes what replayed code reads",
        "'{0}' is changed by a recorded method, which replay does not run, and read by replayed code; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Replay serves the results of recorded methods and runs none of their code, so that what they change besides is lost.",
        HelpLinkBase + "REEN2011.md");

    public static readonly DiagnosticDescriptor UnknownTarget = new(
        "REEN2012",
        "Replayed code calls what nobody knows",
        "What '{0}' runs can't be known here; {1} ({2})",
        Determinism,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "A call through an interface or a delegate whose target can't be found may run code that is not the same on replay.",
        HelpLinkBase + "REEN2012.md");

    public static readonly DiagnosticDescriptor UnreadableLine = new(
        "REEN2013",
        "A line of Reenact.Determinism.txt can't be read",
        "This line of {0} is not used: {1}",
        Determinism,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The file says of APIs that they are deterministic, or not, one a line.",
        HelpLinkBase + "REEN2013.md");
}
