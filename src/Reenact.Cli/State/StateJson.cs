namespace Reenact.Cli;

/// <summary>Writes a state for a program.</summary>
internal static class StateJson
{
    /// <summary>Writes a state.</summary>
    /// <returns>The exit code: a damaged snapshot is told in its place.</returns>
    public static int Write(RecordedState state, TextWriter output)
    {
        var exitCode = ExitCode.Fine;
        using var document = new JsonDocumentWriter(output);
        document.Json.WriteStartObject();
        document.Member("event", state.Event);
        document.Json.WriteStartArray("snapshots");
        foreach (var snapshot in state.Snapshots)
        {
            document.Json.WriteStartObject();
            document.Member("name", snapshot.Name);
            document.Member("event", snapshot.Event);
            try
            {
                document.Member("version", snapshot.Version);
                document.Member("state", snapshot.Value);
            }
            catch (RecordingException exception)
            {
                document.Member("stateDamage", exception.Message);
                exitCode = ExitCode.CheckFailed;
            }

            document.Json.WriteEndObject();
            document.HandOver();
        }

        document.Json.WriteEndArray();
        document.Json.WriteEndObject();
        return exitCode;
    }
}
