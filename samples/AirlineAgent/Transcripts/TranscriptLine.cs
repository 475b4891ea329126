using AirlineAgent.Agent;

namespace AirlineAgent.Transcripts;

/// <summary>A customer who says what the customer of a transcript said, whatever they are told.</summary>
public sealed class TranscriptLine(Transcript transcript) : ICustomerLine
{
    private readonly Queue<TranscriptMessage> messages = new(transcript.Messages.Where(message => message.Role == "user"));

    public Task<string> ListenAsync(string? said, CancellationToken cancellationToken) =>
        messages.TryDequeue(out var next)
            ? Task.FromResult(next.Content ?? "")
            : throw new InvalidOperationException("The customer says no more in this transcript.");
}
