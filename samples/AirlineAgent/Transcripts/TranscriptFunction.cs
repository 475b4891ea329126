namespace AirlineAgent.Transcripts;

public sealed record TranscriptFunction
{
    public required string Name { get; init; }

    /// <summary>A JSON object, as text.</summary>
    public required string Arguments { get; init; }
}
