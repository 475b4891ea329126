using System.Text.Json;

namespace AirlineAgent.Transcripts;

/// <summary>Compares what a tool says with what it said in a transcript.</summary>
public static class AnswerComparison
{
    /// <summary>Whether both are the same data: text that holds JSON counts as what it holds, members have no order.</summary>
    public static bool Same(string transcript, JsonElement answer) =>
        JsonElement.DeepEquals(Parse(transcript), answer.ValueKind == JsonValueKind.String ? Parse(answer.GetString()!) : answer);

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
