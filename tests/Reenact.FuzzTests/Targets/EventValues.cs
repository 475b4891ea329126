using Reenact.Events;

namespace Reenact.FuzzTests;

/// <summary>The values in an event.</summary>
internal static class EventValues
{
    /// <summary>The value that is the first element after the event's head.</summary>
    public static RecordedValue? First(RecordedEvent found) => found switch
    {
        CallReturnedEvent returned => returned.Result,
        StreamItemEvent item => item.Item,
        ProgressEvent progress => progress.Value,
        _ => null,
    };

    public static IEnumerable<RecordedValue> Of(RecordedEvent found) => found switch
    {
        SessionStartedEvent started => [started.ReplayPlan],
        CallStartedEvent started => started.Arguments,
        CallReturnedEvent returned => [returned.Result, .. returned.Outs],
        CallFailedEvent failed => [.. Of(failed.Failure, 0), .. failed.Outs, .. failed.Others.SelectMany(other => Of(other, 0))],
        StreamItemEvent item => [item.Item],
        ProgressEvent progress => [progress.Value],
        ValueCapturedEvent captured => [captured.Value],
        SnapshotEvent snapshot => [snapshot.State],
        EnvironmentEvent environment => [environment.Content],
        DecisionEvent decision => [decision.Chosen, .. decision.Alternatives],
        SessionEndedEvent ended => [ended.FinalOutput],
        _ => [],
    };

    private static IEnumerable<RecordedValue> Of(RecordedFailure failure, int depth)
    {
        if (depth > 64)
            throw new FuzzFailure("exceptions are nested deeper than the format lets anything be");
        return [failure.Code, failure.Data, .. failure.Inner is null ? [] : Of(failure.Inner, depth + 1), .. failure.FurtherInner.SelectMany(inner => Of(inner, depth + 1))];
    }
}
