using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AirlineAgent.Tools;

/// <summary>
/// A function with snake-case names, as models expect them, over a method with C#'s: the factory of functions can rename a
/// function, but not its parameters.
/// </summary>
internal sealed class SnakeCaseFunction(AIFunction inner) : DelegatingAIFunction(inner)
{
    // Tools are bound to a database and made again for every conversation; their names and schemas stay.
    private static readonly ConcurrentDictionary<MethodInfo, SnakeCaseFunctionNames> Known = [];

    private readonly SnakeCaseFunctionNames names = Known.GetOrAdd(
        inner.UnderlyingMethod!, static (_, function) => SnakeCaseFunctionNames.Of(function), inner);

    public override string Name => names.Function;

    public override JsonElement JsonSchema => names.Schema;

    /// <exception cref="ArgumentException">An argument is missing or null.</exception>
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var renamed = new AIFunctionArguments();
        foreach (var (name, parameter) in names.Parameters)
        {
            if (!arguments.TryGetValue(name, out var value) || value is null or JsonElement { ValueKind: JsonValueKind.Null })
                throw new ArgumentException($"{Name} needs {name}");
            renamed[parameter] = value;
        }

        return base.InvokeCoreAsync(renamed, cancellationToken);
    }
}
