namespace Reenact.Benchmarks.Building.Agents;

/// <summary>
/// The sources of an application made up for measurements, of agents over a business's code. Modules of a few files each stand in layers: the
/// service of one calls those of the modules below. A share of the modules is reached from replayed methods, the rest from elsewhere. The
/// same numbers always give the same text.
/// </summary>
internal sealed class AgentProject
{
    /// <summary>What a project's implicit usings are.</summary>
    private static readonly SourceFile Usings = new("Usings.cs", GeneratedProject.Usings);

    // Modules that are called from agents, or from elsewhere; all others hang below these.
    private const int Entries = 16;

    private readonly List<SourceFile> files = [Usings];

    /// <param name="lines">About how many lines.</param>
    /// <param name="roots">How many replayed methods; by default one for 500 lines.</param>
    /// <param name="reached">The share of modules that replay reaches.</param>
    public AgentProject(int lines = 100_000, int? roots = null, double reached = 1 / 3.0)
    {
        Roots = roots ?? lines / 500;
        AddAgents(Roots);
        var module = Module(n: 100, below: [201, 202], isReached: true, []).Sum(static file => file.Lines);
        Modules = (lines - files.Sum(static file => file.Lines)) / module;
        Reached = Math.Max(Entries, (int)(Modules * reached));
        var offences = Offence.InReplayedCode;
        for (var n = 0; n < Modules; n++)
        {
            // Spread over what is reached, some in each layer.
            var own = offences.Where((_, i) => (long)i * Reached / offences.Count == n).ToList();
            files.AddRange(Module(n, Below(n), n < Reached, own));
        }
    }

    public IReadOnlyList<SourceFile> Files => files;

    /// <summary>How many methods are replayed.</summary>
    public int Roots { get; }

    public int Modules { get; }

    /// <summary>How many of <see cref="Modules"/> replay reaches: the first ones.</summary>
    public int Reached { get; }

    public int Lines => files.Sum(static file => file.Lines);

    public SourceFile File(string path) => files.Single(file => file.Path == path);

    /// <summary>The same project with its methods neither replayed nor recorded.</summary>
    public IReadOnlyList<SourceFile> Unmarked() => [.. files.Select(static file => file.Path.StartsWith("Agents/", StringComparison.Ordinal) ? Unmarked(file) : file)];

    private static SourceFile Unmarked(SourceFile file) => file with
    {
        Text = string.Join('\n', file.Text.Split('\n').Where(static line => !line.Contains("[Recorded]", StringComparison.Ordinal) && !line.Contains("[Replayed]", StringComparison.Ordinal)).Select(Unmarked)),
    };

    /// <summary>A core takes the place of the method that would be emitted.</summary>
    private static string Unmarked(string line) => line.Contains("Core(", StringComparison.Ordinal) || line.Contains("CoreAsync(", StringComparison.Ordinal)
        ? line.Replace("private", "public", StringComparison.Ordinal).Replace("CoreAsync(", "Async(", StringComparison.Ordinal).Replace("Core(", "(", StringComparison.Ordinal)
        : line;

    private void AddAgents(int roots)
    {
        for (var agent = 0; agent * AgentFiles.RootsPerAgent < roots; agent++)
        {
            var first = agent * AgentFiles.RootsPerAgent;
            var services = Enumerable.Range(first, Math.Min(AgentFiles.RootsPerAgent, roots - first))
                .Select(static root => (root % Entries, root % ServiceFiles.Methods));
            files.Add(AgentFiles.Agent(agent, [.. services]));
            files.Add(AgentFiles.Tools(agent, agent == 0 ? Offence.InRecordedCode : []));
        }
    }

    private static List<SourceFile> Module(int n, IReadOnlyList<int> below, bool isReached, IReadOnlyList<Offence> offences) =>
    [
        ModelFiles.Models(n),
        ModelFiles.Rules(n),
        ServiceFiles.Contract(n),
        ServiceFiles.Implementation(n, below, isReached ? "Deterministic.UtcNow" : "DateTimeOffset.UtcNow", offences),
    ];

    /// <summary>Two modules of the next layer, and for some a third that others share; replayed and other code share none.</summary>
    private List<int> Below(int n)
    {
        var (first, end) = n < Reached ? (0, Reached) : (Reached, Modules);
        var at = n - first;
        var below = new List<int> { Entries + (2 * at), Entries + (2 * at) + 1 };
        if (n % 3 == 0)
            below.Add(((end - first) / 2) + (n % Entries) + at);
        return [.. below.Distinct().Select(each => each + first).Where(each => each < end)];
    }
}
