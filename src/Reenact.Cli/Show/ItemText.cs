using Reenact.Events;
using Reenact.Values;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>What the outline says of a call or an event.</summary>
internal sealed class ItemText(ShortNames names, Func<long, RecordedSpan?> findCall, SnapshotText snapshots)
{
    public static string Kind(object item) => item switch
    {
        RecordedSpan span => Words.Of(span.Method.Kind) + (span.Start.Live ? " live" : ""),
        ValueCapturedEvent captured => Words.Of(captured.Source),
        NoteEvent => "note",
        DecisionEvent => "decision",
        LinkEvent => "link",
        LogEvent => "log",
        ProgressEvent => "progress",
        SnapshotEvent => "snapshot",
        StreamItemEvent => "item",
        HiddenItems => "items",
        CallReturnedEvent => "returned",
        CallFailedEvent => "failed",
        StreamEndedEvent => "stream end",
        RecordedEvent other => Words.Of(other.Kind),
        _ => "",
    };

    /// <summary>The values of an item, whole, with their names.</summary>
    public IEnumerable<(string Name, RecordedValue Value)> Values(object item)
    {
        switch (item)
        {
            case RecordedSpan span:
                foreach (var argument in Arguments(span))
                {
                    yield return argument;
                }

                if (span.End is CallReturnedEvent { Result.IsNil: false } returned)
                {
                    yield return ("result", returned.Result);
                }

                foreach (var output in Outs(span))
                {
                    yield return output;
                }

                if (span.End is CallFailedEvent { Failure.Data.IsNil: false } failed)
                {
                    yield return ("data", failed.Failure.Data);
                }

                break;
            case DecisionEvent decision:
                yield return ("chosen", decision.Chosen);
                foreach (var alternative in decision.Alternatives)
                {
                    yield return ("alternative", alternative);
                }

                break;
            case SnapshotEvent snapshot:
                yield return ("state", snapshots.Whole(snapshot));
                break;
            default:
                if (ValueOf(item) is { IsAbsent: false } value)
                {
                    yield return (item is EnvironmentEvent ? "content" : "value", value);
                }

                break;
        }
    }

    /// <summary>What an item is: a call with its arguments, an event with its value.</summary>
    /// <param name="item">A call or an event.</param>
    /// <param name="room">About how many columns there are for values; 0 leaves them out.</param>
    public StyledLine What(object item, int room)
    {
        var line = new StyledLine();
        if (item is RecordedSpan span)
        {
            line.Add(SafeText.OneLine(names.Of(span.Method.Name)), Palette.Name);
            if (room > 0 && Request(span, room) is { } request)
            {
                line.Add("(", Palette.Quiet).Add(request).Add(")", Palette.Quiet);
            }
            else if (room > 0)
            {
                var arguments = Arguments(span).Select(argument => $"{SafeText.OneLine(argument.Name)}: {ValueDisplay.OneLine(argument.Value, room)}");
                line.Add("(", Palette.Quiet).Add(string.Join(", ", arguments)).Add(")", Palette.Quiet);
            }

            return line;
        }

        if (item is HiddenItems hidden)
        {
            return line.Add($"… {hidden.Count} more", Palette.Quiet);
        }

        AddEvent(line, (RecordedEvent)item);
        if (room > 0 && ValueOf(item) is { IsAbsent: false } value)
        {
            line.Add(line.IsEmpty ? "" : " ").Add(Captured((RecordedEvent)item, value, room));
        }

        return line;
    }

    /// <summary>How a call ended.</summary>
    /// <param name="item">A call or an event; an event has no ending.</param>
    /// <param name="room">About how many columns there are for a result; 0 leaves it out.</param>
    public static StyledLine Ending(object item, int room)
    {
        var line = new StyledLine();
        if (item is RecordedSpan { StreamEnd: { } stream } streaming)
        {
            line.Add($" → {Items(streaming)}, {Words.Of(stream.Ending)}", Palette.Quiet);
        }

        return item is not RecordedSpan span ? line : span.End switch
        {
            CallFailedEvent { Failure.Canceled: true } canceled => line.Add(" ✗ canceled: " + SafeText.OneLine(canceled.Failure.Message), Palette.Warning),
            CallFailedEvent failed => line.Add(" ✗ " + SafeText.OneLine(Failure(failed.Failure)), Palette.Bad).Add(Given(span, room)),
            CallReturnedEvent { Result.IsNil: false } returned when room > 0 =>
                line.Add(" → ", Palette.Quiet).Add(Result(span, returned.Result, room)).Add(Given(span, room)),
            CallReturnedEvent { Outs.Count: > 0 } when room > 0 => line.Add(" →", Palette.Quiet).Add(Given(span, room)),
            null when span.StreamEnd is not null => line,
            null when span.Events.Any(static happened => happened is StreamItemEvent) => line.Add($" → {Items(span)} … no end recorded", Palette.Warning),
            null => line.Add(" … no end recorded", Palette.Warning),
            _ => line,
        };
    }

    private static string Items(RecordedSpan span) =>
        span.Events.Count(static happened => happened is StreamItemEvent) is var count && count == 1 ? "1 item" : $"{count} items";

    /// <summary>What a chat model was asked; null for other calls.</summary>
    private static string? Request(RecordedSpan span, int room) => span.Method.Kind == CallKind.Model
        ? ChatText.Request(span.Method.ParameterNames, [.. span.Arguments.Select(ValueDisplay.Encoded)], room)
        : null;

    /// <summary>The values that a call gave out by its parameters: <c>, left: 4, taken: null</c>.</summary>
    private static string Given(RecordedSpan span, int room)
    {
        var given = room == 0 ? "" : string.Join(", ", Outs(span).Select(output => $"{SafeText.OneLine(output.Name)}: {ValueDisplay.OneLine(output.Value, room)}"));
        return given.Length == 0 ? "" : span.End is CallReturnedEvent { Result.IsNil: true } ? " " + given : ", " + given;
    }

    private static string Result(RecordedSpan span, RecordedValue result, int room) =>
        (span.Method.Kind == CallKind.Model ? ChatText.Response(ValueDisplay.Encoded(result), room) : null) ?? ValueDisplay.OneLine(result, room);

    /// <summary>A value that an event has: the clock's, which is recorded as a number, as a time.</summary>
    private string Captured(RecordedEvent happened, RecordedValue value, int room) =>
        happened is SnapshotEvent snapshot ? snapshots.OneLine(snapshot, room)
        : happened is ValueCapturedEvent { Source: CaptureSource.Clock } && ValueDisplay.Time(value) is { } time ? time : ValueDisplay.OneLine(value, room);

    private static RecordedValue ValueOf(object item) => item switch
    {
        ValueCapturedEvent captured => captured.Value,
        EnvironmentEvent { Content.IsNil: false } environment => environment.Content,
        DecisionEvent decision => decision.Chosen,
        ProgressEvent progress => progress.Value,
        SnapshotEvent snapshot => snapshot.State,
        StreamItemEvent streamed => streamed.Item,
        CallReturnedEvent returned => returned.Result,
        _ => default,
    };

    private static IEnumerable<(string Name, RecordedValue Value)> Arguments(RecordedSpan span)
    {
        for (var i = 0; i < span.Arguments.Count; i++)
        {
            yield return (i < span.Method.ParameterNames.Count ? span.Method.ParameterNames[i] : $"argument {i + 1}", span.Arguments[i]);
        }
    }

    private static IEnumerable<(string Name, RecordedValue Value)> Outs(RecordedSpan span)
    {
        var outs = span.End switch
        {
            CallReturnedEvent returned => returned.Outs,
            CallFailedEvent failed => failed.Outs,
            _ => [],
        };
        for (var i = 0; i < outs.Count; i++)
        {
            yield return (i < span.Method.OutNames.Count ? span.Method.OutNames[i] : $"out {i + 1}", outs[i]);
        }
    }

    /// <summary>The parameter that a report went to, where the method has several.</summary>
    private string Parameter(ProgressEvent progress) =>
        findCall(progress.Span)?.Method.ProgressNames is { Count: > 1 } parameters && progress.Parameter < parameters.Count ? parameters[progress.Parameter] + ":" : "";

    private void AddEvent(StyledLine line, RecordedEvent happened)
    {
        var (text, style) = happened switch
        {
            EnvironmentEvent environment => (EnvironmentName(environment), Style.Plain),
            NoteEvent { Author: { } author } note => ($"{author}: {note.Text}", Palette.Warning),
            NoteEvent note => (note.Text, Palette.Warning),
            LogEvent log => ($"{log.Category}: {log.Message}", log.Level >= 4 ? Palette.Bad : Style.Plain),
            DecisionEvent { Rationale: { } rationale } decision => ($"{decision.Name} ({rationale}):", Style.Plain),
            DecisionEvent decision => ($"{decision.Name}:", Style.Plain),
            LinkEvent link => ($"{ValueDisplay.OneLine(link.From, 40)} → {ValueDisplay.OneLine(link.To, 40)}, {Words.Of(link.Relation)}", Style.Plain),
            SnapshotEvent snapshot => ($"{snapshot.Name}:", Style.Plain),
            CallFailedEvent failed => ($"call {failed.Span}: {Failure(failed.Failure)}", Palette.Bad),
            CallReturnedEvent or StreamEndedEvent => ($"call {happened.Span}, whose start is missing", Palette.Bad),
            ValueCapturedEvent { Name: { } name } => (name + ":", Style.Plain),
            ProgressEvent progress => (Parameter(progress), Style.Plain),
            _ => ("", Style.Plain),
        };
        line.Add(SafeText.OneLine(text), style);
    }

    private static string EnvironmentName(EnvironmentEvent environment)
    {
        string?[] parts = [Words.Of(environment.Environment), environment.Name, environment.Version];
        return string.Join(' ', parts.OfType<string>()) + (environment.Content.IsNil ? "" : ":");
    }

    private static string Failure(RecordedFailure failure)
    {
        var code = failure.Code.IsNil ? "" : $" ({ValueDisplay.OneLine(failure.Code, 40)})";
        var inner = failure.Inner is null ? "" : $" ← {Failure(failure.Inner)}";
        return $"{failure.Type}{code}: {failure.Message}{inner}";
    }
}
