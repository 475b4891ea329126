using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>APIs of the framework that read the wall clock or a running one: REEN2001.</summary>
internal static class ClockApis
{
    private const string Local = "use 'Deterministic.UtcNow', or 'Deterministic.Capture' for local time";
    private const string Elapsed = "use 'GetTimestamp' and 'GetElapsedTime' of 'Deterministic.TimeProvider'";

    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        new(Descriptors.WallClock, Remedies.UtcNow,
        [
            "P:System.DateTime.UtcNow",
            "P:System.DateTimeOffset.UtcNow",
        ]),
        new(Descriptors.WallClock, Local,
        [
            "P:System.DateTime.Now",
            "P:System.DateTime.Today",
            "P:System.DateTimeOffset.Now",
            "P:Microsoft.VisualBasic.DateAndTime.DateString",
            "P:Microsoft.VisualBasic.DateAndTime.Now",
            "P:Microsoft.VisualBasic.DateAndTime.TimeOfDay",
            "P:Microsoft.VisualBasic.DateAndTime.TimeString",
            "P:Microsoft.VisualBasic.DateAndTime.Today",
        ]),
        new(Descriptors.WallClock, "use 'Deterministic.TimeProvider'",
        [
            "P:System.TimeProvider.System",
        ]),
        new(Descriptors.WallClock, Elapsed,
        [
            "T:System.Diagnostics.Stopwatch",
            "P:System.Environment.TickCount",
            "P:System.Environment.TickCount64",
            "P:Microsoft.VisualBasic.DateAndTime.Timer",
        ]),
        new(Descriptors.WallClock, Remedies.Capture,
        [
            "P:System.Diagnostics.Activity.Duration",
            "P:System.Diagnostics.Activity.StartTimeUtc",
            "P:System.Net.Cookie.Expired",
            "P:System.Net.Cookie.TimeStamp",
        ]),

        // These write the time of their making into an archive, until it is replaced.
        new(Descriptors.WallClock, "set the time of the entry from 'Deterministic.UtcNow'",
        [
            "M:System.IO.Compression.ZipArchive.CreateEntry",
            "M:System.Formats.Tar.GnuTarEntry.#ctor(System.Formats.Tar.TarEntryType,System.String)",
            "M:System.Formats.Tar.PaxTarEntry.#ctor(System.Formats.Tar.TarEntryType,System.String)",
            "M:System.Formats.Tar.PaxTarEntry.#ctor(System.Formats.Tar.TarEntryType,System.String,System.Collections.Generic.IEnumerable{System.Collections.Generic.KeyValuePair{System.String,System.String}})",
            "M:System.Formats.Tar.UstarTarEntry.#ctor(System.Formats.Tar.TarEntryType,System.String)",
            "M:System.Formats.Tar.V7TarEntry.#ctor(System.Formats.Tar.TarEntryType,System.String)",
        ])
        {
            Severity = DiagnosticSeverity.Info,
        },
    ];

    /// <summary>Members of the types above that only compute, or that show nothing of the time by themselves.</summary>
    public static IReadOnlyList<string> Fine { get; } =
    [
        "M:System.Diagnostics.Stopwatch.#ctor",
        "F:System.Diagnostics.Stopwatch.Frequency",
        "M:System.Diagnostics.Stopwatch.GetElapsedTime(System.Int64,System.Int64)",
        "F:System.Diagnostics.Stopwatch.IsHighResolution",
        "P:System.Diagnostics.Stopwatch.IsRunning",
        "M:System.Diagnostics.Stopwatch.Reset",
        "M:System.Diagnostics.Stopwatch.Restart",
        "M:System.Diagnostics.Stopwatch.Start",
        "M:System.Diagnostics.Stopwatch.Stop",
    ];
}
