using System.Text.Json;

namespace AirlineAgent.Transcripts;

public static class TranscriptFile
{
    /// <exception cref="IOException">The file is missing or can't be read.</exception>
    /// <exception cref="InvalidDataException">It holds no transcripts.</exception>
    public static IReadOnlyList<Transcript> Load(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return JsonSerializer.Deserialize(file, TranscriptJson.Default.IReadOnlyListTranscript)
                ?? throw new InvalidDataException($"{path} holds null instead of transcripts.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} holds no transcripts: {exception.Message}", exception);
        }
    }
}
