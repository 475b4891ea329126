using System.Text;

namespace Reenact.Generators.Emitting;

/// <summary>Names of emitted files: readable, short enough for any file system, and different even where case is ignored.</summary>
internal sealed class HintNames
{
    private const int Longest = 150;

    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for what has this full name; different for each call.</summary>
    public string Take(string fullName)
    {
        var name = new StringBuilder(fullName.Length);
        foreach (var c in fullName)
            name.Append(c is '`' or '+' or '.' or '_' || char.IsLetterOrDigit(c) ? c : '-');

        if (name.Length <= Longest && used.Add(name.ToString()))
            return name.Append(".g.cs").ToString();

        name.Length = Math.Min(name.Length, Longest);
        name.Append($"-{Fnv1A.Hash(fullName):x16}");
        used.Add(name.ToString());
        return name.Append(".g.cs").ToString();
    }
}
