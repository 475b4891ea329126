using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;

namespace Reenact.Generators.Values;

/// <summary>What is known of one class, struct or enum, without looking into the types of its members.</summary>
/// <param name="Model">The codec to emit; null after a failure.</param>
/// <param name="Members">What its members refer to.</param>
/// <param name="Failure">Why there is no codec.</param>
internal sealed record ValueShape(ValueCodecModel? Model, ImmutableArray<ValuePart> Members, ValueFailure? Failure)
{
    /// <summary>Why values can be written but not read; its path is as that of a failure. Null when they can be.</summary>
    public ValueFailure? Unreadable { get; init; }

    public static ValueShape Fail(string reason, string remedy, string path = "") => new(null, [], new ValueFailure(path, reason, remedy));
}
