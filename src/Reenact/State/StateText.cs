using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.States;

/// <summary>Prints states for people and for programs.</summary>
internal static class StateText
{
    /// <summary>How many characters of a state are printed: a few bytes of a forged recording can name gigabytes.</summary>
    private const int Longest = 4_000_000;

    public static string Print(RecordedState state)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"state as of event {state.Event}");
        if (state.Snapshots.Count == 0)
            text.Append(": no snapshot");

        foreach (var snapshot in state.Snapshots)
        {
            var version = VersionOf(snapshot) is { } number ? string.Create(CultureInfo.InvariantCulture, $", version {number}") : "";
            text.Append(CultureInfo.InvariantCulture, $"\n\n{TextEscape.Message(snapshot.Name)} (event {snapshot.Event}{version}):\n").Append(Value(snapshot));
        }

        return text.ToString();
    }

    public static string ToJson(RecordedState state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            json.WriteStartObject();
            foreach (var snapshot in state.Snapshots)
            {
                json.WritePropertyName(Encoding.UTF8.GetBytes(snapshot.Name)); // A name need not be valid UTF-16.
                ValueJson.Write(json, new EncodedValue(snapshot.Value.Bytes, snapshot.Value.Blobs));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static long? VersionOf(RecordedSnapshot snapshot)
    {
        try
        {
            return snapshot.Version;
        }
        catch (RecordingException)
        {
            return null; // The value says what is wrong.
        }
    }

    private static string Value(RecordedSnapshot snapshot)
    {
        try
        {
            return ValuePrinter.PrintIndented(new EncodedValue(snapshot.Value.Bytes, snapshot.Value.Blobs), Longest);
        }
        catch (RecordingException exception)
        {
            return $"<{TextEscape.Message(exception.Message)}>";
        }
    }
}
