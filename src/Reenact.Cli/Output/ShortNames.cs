namespace Reenact.Cli;

/// <summary>Shortens full method names as far as they stay unique: <c>Acme.Flights.FlightTools.Quote</c> to <c>Quote</c>, or to
/// <c>FlightTools.Quote</c> where another type has a <c>Quote</c> too.</summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> shortened = new(StringComparer.Ordinal);

    public ShortNames(IEnumerable<string> names)
    {
        var waiting = names.Distinct(StringComparer.Ordinal).ToList();
        // A method is known with its type; shorter would be unique in one recording and another method in the next.
        for (var parts = 2; waiting.Count > 0; parts++)
        {
            var ends = waiting.GroupBy(name => End(name, parts), StringComparer.Ordinal).ToList();
            foreach (var end in ends.Where(end => end.Count() == 1 || end.Contains(end.Key)))
            {
                foreach (var name in end.Where(name => end.Count() == 1 || name == end.Key))
                {
                    shortened[name] = end.Key;
                }
            }

            waiting = [.. waiting.Where(name => !shortened.ContainsKey(name))];
        }
    }

    public string Of(string name) => shortened.GetValueOrDefault(name, name);

    private static string End(string name, int parts)
    {
        var start = name.Length;
        for (; parts > 0 && start > 0; parts--)
        {
            start = name.LastIndexOf('.', start - 1);
        }

        return start <= 0 ? name : name[(start + 1)..];
    }
}
