namespace Reenact.Generators.Shapes;

/// <summary>
/// One thing that keeps a method from being recorded or replayed, without symbols or locations. As a sentence:
/// <c>{Subject} {Reason}. {Remedy}.</c>
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">
/// What it is wrong with: the method (<c>FlightTools.Quote</c>), a containing type, a parameter, or the path of a member
/// that can't be recorded (<c>Booking.Passengers[].Owner</c>).
/// </param>
/// <param name="Reason">Why, as a predicate without a full stop: <c>is a Stream, which …</c>.</param>
/// <param name="Remedy">What to do, as a sentence without a full stop.</param>
/// <param name="Place">Where in the declaration to show it.</param>
/// <param name="Index">Which parameter or containing type; 0 elsewhere.</param>
internal sealed record ShapeProblem(
    ShapeProblemKind Kind,
    string Subject,
    string Reason,
    string Remedy,
    ShapePlace Place = ShapePlace.Method,
    int Index = 0)
{
    /// <summary>The documentation id of the type that a codec could be written for; null where none would help.</summary>
    public string? CodecType { get; init; }

    /// <summary>The documentation id of the member that could be left out of recordings; null for none.</summary>
    public string? Member { get; init; }

    /// <summary>All of it, as people read it where nothing else shows it.</summary>
    public string AsSentence => $"{Id}: {Subject} {Reason}. {Remedy}.";

    /// <summary>The id of the diagnostic; null where the compiler reports the problem itself.</summary>
    public string? Id => Kind switch
    {
        ShapeProblemKind.NotPartial => "REEN1001",
        ShapeProblemKind.ContainingTypeNotPartial => "REEN1002",
        ShapeProblemKind.CoreMissing or ShapeProblemKind.CoreDiffers => "REEN1003",
        ShapeProblemKind.UnsupportedSignature => "REEN1004",
        ShapeProblemKind.BothAttributes => "REEN1008",
        ShapeProblemKind.NotRecordable => "REEN3001",
        ShapeProblemKind.NotReadable => "REEN3002",
        _ => null,
    };
}
