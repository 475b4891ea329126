using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Two sequences that can be aligned.</summary>
internal interface IAlignable
{
    int CountBefore { get; }

    int CountAfter { get; }

    /// <summary>What tells an element; elements of equal keys are matched at no cost.</summary>
    ContentHash KeyBefore(int index);

    /// <summary>What tells an element; elements of equal keys are matched at no cost.</summary>
    ContentHash KeyAfter(int index);

    /// <summary>
    /// What it costs to match two elements: 0 for equal keys; else more, and below twice <see cref="SequenceAlignment.Gap"/>;
    /// <see cref="SequenceAlignment.NoMatch"/> for elements that can't be matched. It is the same with the sides exchanged.
    /// </summary>
    int Cost(int before, int after);
}
