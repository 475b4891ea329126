using System.Globalization;
using System.Text.Json.Serialization;

namespace AirlineAgent.Transcripts;

/// <summary>A conversation that a model and a customer had, in the form of tau-bench's historical trajectories.</summary>
public sealed record Transcript
{
    public required int TaskId { get; init; }

    public required int Trial { get; init; }

    /// <summary>1 where the benchmark found everything done that should have been, else 0.</summary>
    public required double Reward { get; init; }

    [JsonPropertyName("traj")]
    public required IReadOnlyList<TranscriptMessage> Messages { get; init; }

    /// <summary>What tells it from others of its file.</summary>
    [JsonIgnore]
    public string Name => string.Create(CultureInfo.InvariantCulture, $"task-{TaskId:00}-trial-{Trial}");

    /// <summary>By what its recording is found, and compared with others of its task.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Tags => new Dictionary<string, string>
    {
        ["task"] = TaskId.ToString("00", CultureInfo.InvariantCulture),
        ["trial"] = Trial.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What the model was told to keep to: the system message.</summary>
    [JsonIgnore]
    public string Policy => Messages.FirstOrDefault(message => message.Role == "system")?.Content ?? "";
}
