using Temporalio.Workflows;

namespace Reenact.Benchmarks.Replaying.Workflows;

/// <summary>
/// The same calls as <see cref="RecordedQuotes.CallLaterAsync"/>, as activities of a durable workflow. They are named by a text: named by an
/// expression, each would cost the compiling of one.
/// </summary>
[Workflow(Name)]
public sealed class QuoteWorkflow
{
    public const string Name = "quotes";

    public const string Activity = "quote";

    private static readonly ActivityOptions Options = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>What the workflow that ran last has computed: a replay compares no results, and so gives none.</summary>
    public static double LastSum { get; private set; }

    [WorkflowRun]
    public async Task<double> RunAsync(int steps)
    {
        var sum = 0.0;
        for (var i = 0; i < steps; i++)
        {
            sum += await Workflow.ExecuteActivityAsync<double>(Activity, [RecordedQuotes.City, i], Options);
        }

        return LastSum = sum;
    }
}
