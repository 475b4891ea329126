namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>Sources of agents.</summary>
internal static class Agent
{
    /// <summary>An agent whose replayed code evaluates an expression over <c>object input</c>.</summary>
    public static string Evaluating(string expression) => Running($"var value = {expression}; input.Equals(value);");

    /// <summary>An agent whose replayed code runs statements.</summary>
    public static string Running(string statements) => $$"""
        namespace Shop;

        public partial class SupportAgent
        {
            [Replayed]
            public partial Task HandleAsync(object input, CancellationToken cancellationToken);

            private async Task HandleCoreAsync(object input, CancellationToken cancellationToken)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """;
}
