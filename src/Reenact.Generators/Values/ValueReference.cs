using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reenact.Generators.Values;

/// <summary>How emitted code refers to the codec of a type.</summary>
/// <param name="Codec">The codec's type in code, composed of the runtime's codecs and of emitted ones; empty after a failure.</param>
/// <param name="Parts">The types whose codecs are emitted.</param>
/// <param name="Failure">Why there is no codec.</param>
internal sealed record ValueReference(string Codec, ImmutableArray<ValuePart> Parts, ValueFailure? Failure = null)
{
    public static ValueReference To(string codec) => new(codec, []);

    public static ValueReference Fail(string reason, string remedy) => new("", [], new ValueFailure("", reason, remedy));
}
