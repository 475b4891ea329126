using Reenact.Events;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>The values of an event, each with the first step of its paths.</summary>
internal static class NamedValues
{
    public static IEnumerable<(string Name, RecordedValue Value)> Of(RecordedEvent happened, MethodDefinition? method)
    {
        switch (happened)
        {
            case CallStartedEvent start:
                return start.Arguments.Select((argument, index) => (Name(start.Method.ParameterNames, index, "argument"), argument));
            case CallReturnedEvent returned:
                return returned.Outs.Select((value, index) => (Name(method?.OutNames ?? [], index, "out"), value)).Prepend(("result", returned.Result));
            case StreamItemEvent item:
                return [("item", item.Item)];
            case ValueCapturedEvent captured:
                return [(captured.Name is { } name ? TextEscape.Message(name) : "value", captured.Value)];
            case EnvironmentEvent environment:
                return [("content", environment.Content)];
            case ProgressEvent progress:
                return [("value", progress.Value)];
            case SnapshotEvent snapshot:
                return [("state", snapshot.State)];
            case DecisionEvent decision:
                return [("chosen", decision.Chosen)];
            case SessionEndedEvent ended:
                return [("output", ended.FinalOutput)];
            default:
                return [];
        }
    }

    private static string Name(IReadOnlyList<string> names, int index, string what) => index < names.Count ? TextEscape.Message(names[index]) : $"{what} {index + 1}";
}
