namespace AirlineAgent.Transcripts;

/// <summary>How a tool's answer compares with the one in a transcript.</summary>
public enum Agreement
{
    Same,

    /// <summary>The same, but for a member that was renamed since the transcript was made.</summary>
    Renamed,

    Different,
}
