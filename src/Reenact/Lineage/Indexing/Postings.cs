namespace Reenact.Lineage;

/// <summary>In which events content came up, in order. Not thread-safe.</summary>
internal sealed class Postings
{
    /// <summary>More are only counted.</summary>
    private const int Kept = 64;

    private readonly List<Source> sources = [];

    public void Add(Source source)
    {
        if (sources.Count < Kept && (sources.Count == 0 || sources[^1].Event != source.Event))
        {
            sources.Add(source);
        }
    }

    /// <summary>How many events before one had it, not counting what models said: up to 64 are counted.</summary>
    public int CountBefore(long sequence) => sources.TakeWhile(source => source.Event < sequence).Count(source => !source.IsModel);

    /// <summary>
    /// The events to name: the first and the last that is no model's answer, and the last one that is: it is where a model that says the same
    /// may have it from.
    /// </summary>
    public IEnumerable<Source> Before(long sequence)
    {
        Source? first = null, last = null, model = null;
        foreach (var source in sources)
        {
            if (source.Event >= sequence)
            {
                break;
            }

            if (source.IsModel)
            {
                model = source;
            }
            else
            {
                first ??= source;
                last = source;
            }
        }

        if (first is { } origin)
        {
            yield return origin;
        }

        if (last is { } latest && latest != first)
        {
            yield return latest;
        }

        if (model is { } said)
        {
            yield return said;
        }
    }
}
