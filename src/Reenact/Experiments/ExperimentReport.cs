using Reenact.Comparing;
using Reenact.Experiments;

namespace Reenact;

/// <summary>What an experiment came to. Immutable.</summary>
public sealed record ExperimentReport<T>
{
    internal ExperimentReport(ReplayPlan plan, IReadOnlyList<ExperimentResult<T>> results)
    {
        Plan = plan;
        Results = results;
    }

    /// <summary>What was live or overridden.</summary>
    public ReplayPlan Plan { get; }

    /// <summary>A result for each recording, in the order of the recordings.</summary>
    public IReadOnlyList<ExperimentResult<T>> Results { get; }

    /// <summary>The recordings whose runs were recorded, and those runs: two sets to compare.</summary>
    public IEnumerable<(string Recording, string Fork)> Pairs => Results.Where(result => result.Report is not null).Select(result => (result.Recording, result.Fork));

    /// <summary>
    /// Measures what the plan changed over all runs, beyond chance: outcomes, errors, tokens, cost, calls. Each run is compared with its recording.
    /// Times of served calls are no times: they took none.
    /// </summary>
    /// <param name="options">How to measure; null for the defaults.</param>
    public Drift MeasureDrift(DriftOptions? options = null)
    {
        var pairs = Pairs.ToList();
        return Drift.Between(pairs.Select(pair => pair.Recording), pairs.Select(pair => pair.Fork), options);
    }

    /// <summary>The report as text for a person.</summary>
    public override string ToString() => ExperimentText.Print(Plan, Results);

    /// <summary>The report as JSON.</summary>
    public string ToJson() => ExperimentJson.Write(Plan, Results);
}
