using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers;

/// <summary>What can be recorded.</summary>
internal static partial class Descriptors
{
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
        "What is marked [Sensitive] or classified is redacted before it is written; of what is erased or hashed, a replay has nothing to return.",
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
