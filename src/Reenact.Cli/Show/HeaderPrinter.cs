using System.Globalization;
using Reenact.Events;
using Reenact.Sessions;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Prints who ran what, how it ended, what it took, and how whole the recording is.</summary>
internal static class HeaderPrinter
{
    private const int LabelWidth = 12;

    public static void Print(Recording recording, SessionOutline session, ToolConsole console)
    {
        var summary = recording.Summary;
        new StyledLine().Add(SafeText.OneLine(recording.Path), Palette.Name).WriteTo(console);
        Line(console, "session", Started(recording, summary));
        Line(console, "agent", Who(recording.Info));
        State(recording, console);
        Line(console, "key", recording.KeyId is { } key ? $"encrypted with {key}" : "");
        Outcome(session.End, console);
        Line(console, "calls", Calls(summary), summary.FailedCalls > 0 ? Palette.Bad : Style.Plain);
        Line(console, "tokens", Tokens(summary));
        Line(console, "models", string.Join(", ", summary.Models.Select(SafeText.OneLine)));
        Line(console, "replay", Exactness(summary.Exactness, session.End));
        Line(console, session.Start?.ParentEvent is null ? "replay of" : "forked from", Parent(session.Start));
        Line(console, "plan", PlanLine.Of(session.Start?.ReplayPlan ?? default));
        Line(console, "size", Size(recording, summary));
    }

    private static void Line(ToolConsole console, string label, string text, Style? style = null)
    {
        if (text.Length != 0)
        {
            new StyledLine().Add("  " + label.PadRight(LabelWidth), Palette.Quiet).Add(text, style).WriteTo(console);
        }
    }

    private static string Started(Recording recording, RecordingSummary summary)
    {
        var start = recording.StartTime is { } time ? time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) : "start unknown";
        return $"{recording.SessionId}, {start}, {Quantities.Duration(summary.Duration)}";
    }

    private static string Who(SessionInfo info)
    {
        string?[] parts =
        [
            info.Agent is null ? null : string.Join(' ', new[] { info.Agent, info.AgentVersion }.OfType<string>()),
            Named("tenant", info.Tenant),
            Named("user", info.User),
            Named("conversation", info.ConversationId),
            Named("request", info.RequestId),
            Named("trace", info.TraceParent),
            .. info.Tags?.Select(tag => Named(tag.Key, tag.Value)) ?? [],
        ];
        return SafeText.OneLine(string.Join(", ", parts.OfType<string>()));
    }

    private static string? Named(string name, string? value) => value is null ? null : $"{name} {value}";

    private static void State(Recording recording, ToolConsole console)
    {
        var (text, style) = recording.State switch
        {
            RecordingState.Sealed => ("sealed (whether it was changed since: reenact verify)", Palette.Good),
            RecordingState.Unsealed => ($"unsealed: still being written, or cut by a crash; what is shown is what there is{FromTail(recording)}", Palette.Warning),
            _ => ("damaged: some of it is missing below", Palette.Bad),
        };
        Line(console, "state", text, style);
        foreach (var problem in recording.Problems)
        {
            Line(console, "", SafeText.OneLine(RecordingException.WithoutPath(problem.Message, recording.Path)), style);
        }
    }

    private static string FromTail(Recording recording) =>
        recording.EventsInTail > 0 ? $", {Quantities.Count(recording.EventsInTail, "event")} of it from the tail" : "";

    private static void Outcome(SessionEndedEvent? end, ToolConsole console)
    {
        if (end is null)
        {
            Line(console, "outcome", "none recorded", Palette.Warning);
            return;
        }

        var code = end.ErrorCode is null ? "" : $" {end.ErrorCode}";
        var message = end.Message is null ? "" : $": {end.Message}";
        var style = end.Outcome == Reenact.Outcome.Success ? Palette.Good : Palette.Bad;
        Line(console, "outcome", SafeText.OneLine(Words.Of(end.Outcome) + code + message), style);
        if (!end.FinalOutput.IsNil)
        {
            Line(console, "output", ValueDisplay.OneLine(end.FinalOutput, console.Width - LabelWidth));
        }
    }

    private static string Calls(RecordingSummary summary)
    {
        var kinds = summary.Calls.Where(calls => calls.Value > 0).Select(calls => $"{Quantities.Count(calls.Value)} {Words.Of(calls.Key)}");
        var failed = summary.FailedCalls > 0 ? $", {Quantities.Count(summary.FailedCalls)} failed" : "";
        return string.Join(", ", kinds) + failed;
    }

    private static string Tokens(RecordingSummary summary)
    {
        if (summary.InputTokens == 0 && summary.OutputTokens == 0)
        {
            return "";
        }

        var cached = summary.CachedInputTokens > 0 ? $" ({Quantities.Count(summary.CachedInputTokens)} cached)" : "";
        return $"{Quantities.Count(summary.InputTokens)} in{cached}, {Quantities.Count(summary.OutputTokens)} out";
    }

    private static string Exactness(Exactness? exactness, SessionEndedEvent? end) => exactness switch
    {
        Reenact.Exactness.Exact => "exact",
        Reenact.Exactness.Free =>
            $"free: {FreeCauseText.Describe(end?.FreeCause)}{(end?.FreeSince is { } since ? $", first at event {since}" : "")}; near ties may replay in another order",
        _ => "",
    };

    private static string Parent(SessionStartedEvent? start) =>
        start?.ParentSession is { } parent ? SafeText.OneLine($"session {parent}{(start.ParentEvent is { } last ? $" at event {last}" : "")}") : "";

    private static string Size(Recording recording, RecordingSummary summary)
    {
        var events = Quantities.Count(summary.Events, "event");
        var file = new FileInfo(recording.Path);
        return file.Exists ? $"{Quantities.Size(file.Length)}, {events}" : events;
    }
}
