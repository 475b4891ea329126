using Reenact.Events;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>What the outline says of a call or an event.</summary>
internal sealed class ItemText(ShortNames names)
{
    public static string Kind(object item) => item switch
    {
        RecordedSpan span => Words.Of(span.Method.Kind) + (span.Start.Live ? " live" : ""),
        ValueCapturedEvent captured => Words.Of(captured.Source),
        EnvironmentEvent environment => Words.Of(environment.Environment),
        NoteEvent => "note",
        DecisionEvent => "decision",
        LinkEvent => "link",
        LogEvent => "log",
        ProgressEvent => "progress",
        SnapshotEvent => "snapshot",
        StreamItemEvent => "item",
        CallReturnedEvent => "returned",
        CallFailedEvent => "failed",
        StreamEndedEvent => "stream end",
        RecordedEvent other => Words.Of(other.Kind),
        _ => "",
    };

    /// <summary>The values of an item, whole, with their names.</summary>
    public static IEnumerable<(string Name, RecordedValue Value)> Values(object item)
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

                if (span.End is CallFailedEvent { Failure.Data.IsNil: false } failed)
                {
                    yield return ("data", failed.Failure.Data);
                }

                break;
            case EnvironmentEvent { Content.IsNil: false } environment:
                yield return ("content", environment.Content);
                break;
            default:
                if (ValueOf(item) is { IsAbsent: false } value)
                {
                    yield return ("value", value);
                }

                break;
        }
    }

    /// <summary>What an item is, without its values.</summary>
    public void AddHeadline(StyledLine line, object item)
    {
        if (item is RecordedSpan span)
        {
            line.Add(NameOf(span), Palette.Name);
            AddEnd(line, span, resultWidth: 0);
        }
        else
        {
            AddEvent(line, (RecordedEvent)item);
        }
    }

    /// <summary>What an item is, with its values as far as there is room.</summary>
    public void AddAll(StyledLine line, object item, int width)
    {
        if (item is RecordedSpan span)
        {
            AddCall(line, span, width);
            return;
        }

        AddEvent(line, (RecordedEvent)item);
        if (item is not EnvironmentEvent && ValueOf(item) is { IsAbsent: false } value)
        {
            line.Add(ValueDisplay.OneLine(value, width));
        }
    }

    private static RecordedValue ValueOf(object item) => item switch
    {
        ValueCapturedEvent captured => captured.Value,
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

    private static void AddEvent(StyledLine line, RecordedEvent happened)
    {
        var (text, style) = happened switch
        {
            EnvironmentEvent environment => (string.Join(' ', new[] { environment.Name, environment.Version }.OfType<string>()), Style.Plain),
            NoteEvent { Author: { } author } note => ($"{author}: {note.Text}", Palette.Warning),
            NoteEvent note => (note.Text, Palette.Warning),
            LogEvent log => ($"{log.Category}: {log.Message}", log.Level >= 4 ? Palette.Bad : Style.Plain),
            DecisionEvent { Rationale: { } rationale } decision => ($"{decision.Name} ({rationale}):", Style.Plain),
            DecisionEvent decision => ($"{decision.Name}:", Style.Plain),
            LinkEvent link => ($"{ValueDisplay.OneLine(link.From, 40)} → {ValueDisplay.OneLine(link.To, 40)}, {Words.Of(link.Relation)}", Style.Plain),
            SnapshotEvent snapshot => (snapshot.Name + (snapshot.IsDelta ? " (delta):" : ":"), Style.Plain),
            CallFailedEvent failed => ($"call {failed.Span}: {Failure(failed.Failure)}", Palette.Bad),
            CallReturnedEvent or StreamEndedEvent => ($"call {happened.Span}, whose start is missing", Palette.Bad),
            ValueCapturedEvent { Name: { } name } => (name + ":", Style.Plain),
            _ => ("", Style.Plain),
        };
        if (text.Length != 0)
        {
            line.Add(SafeText.OneLine(text) + " ", style);
        }
    }

    private static string Failure(RecordedFailure failure)
    {
        var code = failure.Code.IsNil ? "" : $" ({ValueDisplay.OneLine(failure.Code, 40)})";
        var inner = failure.Inner is null ? "" : $" ← {Failure(failure.Inner)}";
        return $"{failure.Type}{code}: {failure.Message}{inner}";
    }

    private static void AddEnd(StyledLine line, RecordedSpan span, int resultWidth)
    {
        switch (span.End)
        {
            case CallFailedEvent { Failure.Canceled: true } canceled:
                line.Add(" ✗ canceled: ", Palette.Warning).Add(SafeText.OneLine(canceled.Failure.Message), Palette.Warning);
                break;
            case CallFailedEvent failed:
                line.Add(" ✗ ", Palette.Bad).Add(SafeText.OneLine(Failure(failed.Failure)), Palette.Bad);
                break;
            case CallReturnedEvent { Result.IsNil: false } returned when resultWidth > 0:
                line.Add(" → ", Palette.Quiet).Add(ValueDisplay.OneLine(returned.Result, resultWidth));
                break;
            case null when span.StreamEnd is { } ended:
                line.Add($" → stream, {Words.Of(ended.Ending)}", Palette.Quiet);
                break;
            case null:
                line.Add(" … no end recorded", Palette.Warning);
                break;
        }
    }

    private string NameOf(RecordedSpan span) => SafeText.OneLine(names.Of(span.Method.Name));

    private void AddCall(StyledLine line, RecordedSpan span, int width)
    {
        var name = NameOf(span);
        var room = Math.Max(width - name.Length - "() → ".Length, 20);
        var arguments = string.Join(", ", Arguments(span).Select(argument =>
            $"{SafeText.OneLine(argument.Name)}: {ValueDisplay.OneLine(argument.Value, room)}"));

        // Neither hides the other: each has half of the room, and what the other doesn't need.
        var result = span.End is CallReturnedEvent { Result.IsNil: false } returned ? ValueDisplay.OneLine(returned.Result, room) : "";
        var end = span.End is CallReturnedEvent ? result.Length : room / 2;
        var forArguments = Math.Max(room - Math.Min(end, room / 2), room - end);
        if (arguments.Length > forArguments)
        {
            arguments = arguments[..Math.Max(forArguments - 1, 0)] + "…";
        }

        line.Add(name, Palette.Name).Add("(", Palette.Quiet).Add(arguments).Add(")", Palette.Quiet);
        AddEnd(line, span, Math.Max(room - arguments.Length, 20));
    }
}
