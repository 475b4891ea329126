using System.Text.Json;

namespace AirlineAgent.Transcripts;

/// <summary>Compares what a tool says with what it said in a transcript.</summary>
public static class AnswerComparison
{
    // tau-bench made its transcripts while an address had a province, and has called it a state since.
    private const string OldName = "\"province\":";
    private const string NewName = "\"state\":";

    /// <summary>Compares as data: text that holds JSON counts as what it holds, members have no order.</summary>
    /// <param name="transcript">The tool's message in the transcript.</param>
    /// <param name="answer">What the tool said now: JSON, or text.</param>
    public static Agreement Compare(string transcript, object? answer)
    {
        var now = answer is JsonElement { ValueKind: not JsonValueKind.String } json ? json : Parse($"{answer}");
        return JsonElement.DeepEquals(Parse(transcript), now) ? Agreement.Same
            : JsonElement.DeepEquals(Parse(transcript.Replace(OldName, NewName, StringComparison.Ordinal)), now) ? Agreement.Renamed
            : Agreement.Different;
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text, TranscriptJson.Default.String);
        }
    }
}
