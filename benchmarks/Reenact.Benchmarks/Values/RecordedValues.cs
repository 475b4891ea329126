namespace Reenact.Benchmarks.Values;

/// <summary>Has the generator emit the codecs of the types that are measured.</summary>
public partial class RecordedValues
{
    [Recorded]
    public partial Order Take(Order order, List<Line> lines, List<int> numbers, List<string> words);

    private static Order TakeCore(Order order, List<Line> lines, List<int> numbers, List<string> words) =>
        lines.Count + numbers.Count + words.Count > 0 ? order : new Order();
}
