using System.Buffers;
using System.Text;
using System.Text.Json;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>Writes the JSON document of a command. Members that are null are left out.</summary>
internal sealed class JsonDocumentWriter : IDisposable
{
    /// <summary>A longer value, in bytes, is handed over while it is written.</summary>
    private const int LongestHeld = 1 << 20;

    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly TextWriter output;

    public JsonDocumentWriter(TextWriter output)
    {
        this.output = output;
        Json = new Utf8JsonWriter(buffer, SafeJson.Indented);
    }

    public Utf8JsonWriter Json { get; }

    public void Member(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    public void Member(string name, long? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    /// <summary>A time in seconds, exact to 100 ns.</summary>
    public void Member(string name, TimeSpan value) => Json.WriteNumber(name, value.Ticks / (decimal)TimeSpan.TicksPerSecond);

    /// <summary>A value as JSON; one that is damaged as null, with a member that says so. An absent one is left out.</summary>
    public void Member(string name, RecordedValue value)
    {
        if (value.IsAbsent)
        {
            return;
        }

        Json.WritePropertyName(name);
        if (Value(value) is { } damage)
        {
            Json.WriteString(name + "Damage", damage);
        }
    }

    /// <summary>Writes a value.</summary>
    /// <returns>What is wrong with it, if null was written in its place.</returns>
    public string? Value(RecordedValue value)
    {
        // Tried first: what is damaged at its end must not have begun in the document.
        var tried = new StartOfOutput(LongestHeld);
        var encoded = ValueDisplay.Encoded(value);
        try
        {
            using var json = new Utf8JsonWriter(tried, Json.Options with { Indented = false });
            ValueJson.Write(json, encoded, json.Flush);
        }
        catch (ValueFormatException exception)
        {
            Json.WriteNullValue();
            return exception.Message;
        }

        if (tried.IsWhole)
        {
            Json.WriteRawValue(tried.Written, skipInputValidation: true);
        }
        else
        {
            ValueJson.Write(Json, encoded, HandOver);
        }

        return null;
    }

    /// <summary>Hands over what has been written so far, so that a long document needs no memory of its length.</summary>
    public void HandOver()
    {
        Json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    public void Dispose()
    {
        HandOver();
        output.WriteLine();
        Json.Dispose();
    }
}
