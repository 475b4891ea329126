using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.TaskQueue.V1;
using Temporalio.Common;

namespace Reenact.Benchmarks.Replaying.Workflows;

/// <summary>The history that Temporal's server keeps of a <see cref="QuoteWorkflow"/>: six events a step.</summary>
internal sealed class QuoteHistory
{
    private readonly List<HistoryEvent> events = [];
    private readonly TaskQueue queue = new() { Name = "queue" };
    private DateTime time = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    private QuoteHistory(IReadOnlyList<double> prices)
    {
        Start(prices.Count);
        var task = RunTask();
        for (var i = 0; i < prices.Count; i++)
        {
            RunActivity(i, prices[i], task);
            task = RunTask();
        }

        Add(EventType.WorkflowExecutionCompleted, new HistoryEvent
        {
            WorkflowExecutionCompletedEventAttributes = new() { Result = Values(prices.Sum()), WorkflowTaskCompletedEventId = task },
        });
    }

    public static WorkflowHistory Of(IReadOnlyList<double> prices) => new("quotes-1", new QuoteHistory(prices).events);

    private void Start(int steps) => Add(EventType.WorkflowExecutionStarted, new HistoryEvent
    {
        WorkflowExecutionStartedEventAttributes = new()
        {
            WorkflowType = new() { Name = QuoteWorkflow.Name },
            TaskQueue = queue,
            Input = Values(steps),
            WorkflowTaskTimeout = Duration.FromTimeSpan(TimeSpan.FromSeconds(10)),
            OriginalExecutionRunId = "3f8c0f0e-6c1b-4a55-9d53-0c2f4a5f7a11",
            Attempt = 1,
        },
    });

    private void RunActivity(int number, double price, long task)
    {
        var scheduled = Add(EventType.ActivityTaskScheduled, new HistoryEvent
        {
            ActivityTaskScheduledEventAttributes = new()
            {
                ActivityId = $"{number + 1}",
                ActivityType = new() { Name = QuoteWorkflow.Activity },
                TaskQueue = queue,
                Input = Values(RecordedQuotes.City, number),
                WorkflowTaskCompletedEventId = task,
            },
        });
        var started = Add(EventType.ActivityTaskStarted, new HistoryEvent
        {
            ActivityTaskStartedEventAttributes = new() { ScheduledEventId = scheduled, Attempt = 1 },
        });
        Add(EventType.ActivityTaskCompleted, new HistoryEvent
        {
            ActivityTaskCompletedEventAttributes = new() { ScheduledEventId = scheduled, StartedEventId = started, Result = Values(price) },
        });
    }

    /// <summary>The workflow's code runs on to its next await.</summary>
    private long RunTask()
    {
        var scheduled = Add(EventType.WorkflowTaskScheduled, new HistoryEvent
        {
            WorkflowTaskScheduledEventAttributes = new() { TaskQueue = queue, Attempt = 1 },
        });
        var started = Add(EventType.WorkflowTaskStarted, new HistoryEvent
        {
            WorkflowTaskStartedEventAttributes = new() { ScheduledEventId = scheduled },
        });
        return Add(EventType.WorkflowTaskCompleted, new HistoryEvent
        {
            WorkflowTaskCompletedEventAttributes = new() { ScheduledEventId = scheduled, StartedEventId = started },
        });
    }

    private long Add(EventType type, HistoryEvent happened)
    {
        time = time.AddMilliseconds(1);
        happened.EventId = events.Count + 1;
        happened.EventType = type;
        happened.EventTime = Timestamp.FromDateTime(time);
        events.Add(happened);
        return happened.EventId;
    }

    private static Payloads Values(params object[] values) => new()
    {
        Payloads_ =
        {
            values.Select(value => new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("json/plain") },
                Data = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(value)),
            }),
        },
    };
}
