namespace Reenact.Generators.Values;

/// <summary>Why values of a type can't be recorded.</summary>
/// <param name="Path">Where in the value, relative to its holder: <c>[].Owner</c>; empty for the value itself.</param>
/// <param name="Reason">Why, as a predicate: <c>is a Stream, which …</c>.</param>
/// <param name="Remedy">What to do, as a sentence without a full stop.</param>
/// <param name="Unresolved">The type does not exist; the compiler says so.</param>
internal sealed record ValueFailure(string Path, string Reason, string Remedy, bool Unresolved = false)
{
    /// <summary>The documentation id of the type that needs a codec; null where a codec is not the way out.</summary>
    public string? CodecType { get; init; }

    /// <summary>The documentation id of the member that could be left out; null where the value itself is at fault.</summary>
    public string? Member { get; init; }
}
