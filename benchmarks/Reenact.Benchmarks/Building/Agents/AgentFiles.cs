using System.Text;

namespace Reenact.Benchmarks.Building.Agents;

/// <summary>The agents of an <see cref="AgentProject"/>: classes with replayed methods, and tools whose calls are recorded.</summary>
internal static class AgentFiles
{
    public const int RootsPerAgent = 4;

    /// <summary>Where the body of a root can be edited without an effect on anything else.</summary>
    public const string EditableNumber = "var attempts = 3;";

    public static SourceFile Tools(int n, IReadOnlyList<Offence> offences) => new($"Agents/Tools{n}.cs", $$"""
        namespace Made.Agents;

        public sealed partial class Tools{{n}}(IReadOnlyDictionary<string, string> store)
        {
            [Recorded] public partial Task<string> Look{{n}}Async(string id, CancellationToken cancellationToken);

            [Recorded] public partial List<string> List{{n}}(string prefix, int limit);

            private Task<string> Look{{n}}CoreAsync(string id, CancellationToken cancellationToken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Task.FromResult(store.TryGetValue(id, out var found) ? found : "");
            }

            private List<string> List{{n}}Core(string prefix, int limit) =>
                [.. store.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Take(limit)];
        {{string.Concat(offences.Select(static each => $"\n    {each.Member.ReplaceLineEndings("\n    ")}\n"))}}}
        """);

    /// <param name="n">Which agent.</param>
    /// <param name="services">For each root the module whose service it calls, and the number of the method there.</param>
    public static SourceFile Agent(int n, IReadOnlyList<(int Module, int Method)> services)
    {
        var modules = services.Select(static each => each.Module).Distinct().ToList();
        var text = new StringBuilder($$"""
            using Made.Services;

            namespace Made.Agents;

            public sealed partial class Agent{{n}}(Tools{{n}} tools, {{string.Join(", ", modules.Select(static each => $"IOrderService{each} service{each}"))}})
            {
                private readonly List<string> log = [];


            """);
        for (var i = 0; i < services.Count; i++)
            text.Append(Root(n, i, services[i].Module, services[i].Method)).Append('\n');
        return new($"Agents/Agent{n}.cs", text.Append("}\n").ToString());
    }

    private static string Root(int n, int i, int module, int method) => $$"""
            [Replayed] public partial Task<string> Handle{{n}}X{{i}}Async(string request, CancellationToken cancellationToken);

            private async Task<string> Handle{{n}}X{{i}}CoreAsync(string request, CancellationToken cancellationToken)
            {
                var attempts = 3;
                var known = await tools.Look{{n}}Async(request, cancellationToken);
                while (known.Length == 0 && attempts-- > 0)
                    known = string.Join('/', tools.List{{n}}(request, attempts).Order(StringComparer.Ordinal));
                object? answer = await service{{module}}.Step{{method}}Async(known, cancellationToken);
                log.Add(Note{{i}}(service{{module}}.Name, answer is null));
                return log.Count > 0 ? log[^1] : known;

                string Note{{i}}(string name, bool isEmpty) => isEmpty ? $"{name} knows nothing of {request}" : $"{name}: {request}";
            }

        """;
}
