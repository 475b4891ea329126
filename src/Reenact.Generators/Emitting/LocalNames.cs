namespace Reenact.Generators.Emitting;

/// <summary>Names for locals of emitted code that don't collide with names in use.</summary>
internal sealed class LocalNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> used = new(taken, StringComparer.Ordinal);

    /// <summary>The name wanted, with a number where it is in use; it is in use afterwards.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !used.Add(name); number++)
            name = wanted + number;

        return name;
    }
}
