namespace AirlineAgent.Transcripts;

public sealed record TranscriptToolCall
{
    public required string Id { get; init; }

    public required TranscriptFunction Function { get; init; }
}
