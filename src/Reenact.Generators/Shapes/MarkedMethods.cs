using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>Makes what the pipeline hands on of a marked method.</summary>
internal static class MarkedMethods
{
    /// <summary>Null where the method turns out not to be marked.</summary>
    public static MarkedMethod? Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        RecordedMethodShape.Parse(method, KnownTypes.Of(compilation), cancellationToken) switch
        {
            null => null,
            { Type: { } type, Model: { } model } shape => new MarkedMethod(new RecordedMethodSource(type, model, shape.Values, shape.Codecs), null),
            var shape => new MarkedMethod(null, RejectedMethods.Create(method, shape.Problems)),
        };
}
