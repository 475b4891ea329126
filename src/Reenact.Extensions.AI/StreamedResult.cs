using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI;

/// <summary>
/// The result of a streamed model call: <c>{modelId, finishReason, usage, updates: […], abandoned}</c>. Updates are encoded
/// as they come, since their reader may change them.
/// </summary>
internal sealed class StreamedResult
{
    private readonly ArrayBufferWriter<byte> updates = new();
    private string? modelId;
    private ChatFinishReason? finishReason;
    private UsageDetails? usage;

    private int Count { get; set; }

    /// <summary>Reads the inner stream as long as its updates are wanted.</summary>
    public static async Task<RecordedResult<StreamedResult>> CollectAsync(
        ActiveSession session, StreamHandover handover, Func<IAsyncEnumerable<ChatResponseUpdate>> open, ChatJson json)
    {
        var result = new StreamedResult();
        var wanted = await handover.FirstDemand.ConfigureAwait(false);
        try
        {
            await foreach (var update in open().ConfigureAwait(false))
            {
                result.Add(update, json);
                wanted = await handover.OfferAsync(update).ConfigureAwait(false);
                if (!wanted)
                {
                    break;
                }
            }
        }
        catch (Exception) when (result.Count > 0)
        {
            session.Note(
                $"A streamed model call failed after {result.Count} updates, which are not in the recording: on replay it fails at once.",
                nameof(Reenact));
            throw;
        }

        ChatEnvironment.AddModel(session, result.modelId);
        return new RecordedResult<StreamedResult>(result.Encode(json, abandoned: !wanted), result);
    }

    /// <summary>Serves a recorded stream.</summary>
    public static async IAsyncEnumerable<ChatResponseUpdate> ServeAsync(ActiveSession session, Task<RecordedResult<StreamedResult>> served, ChatJson json)
    {
        using var document = JsonDocument.Parse((await served.ConfigureAwait(false)).Json!);
        ChatEnvironment.AddModel(session, document.RootElement.TryGetProperty("modelId", out var modelId) ? modelId.GetString() : null);
        foreach (var update in document.RootElement.GetProperty("updates").EnumerateArray())
        {
            yield return json.Decode<ChatResponseUpdate>(update);
        }

        if (document.RootElement.TryGetProperty("abandoned", out _))
        {
            throw new InvalidOperationException(
                "The replayed code reads a streamed model call further than the recorded code did, which stopped here; the rest was " +
                "never recorded. Make the code stop where it did, or record again.");
        }
    }

    /// <summary>The result of a call whose updates are known.</summary>
    public static RecordedResult<StreamedResult> Of(IEnumerable<ChatResponseUpdate> updates, ChatJson json)
    {
        var result = new StreamedResult();
        foreach (var update in updates)
        {
            result.Add(update, json);
        }

        return new RecordedResult<StreamedResult>(result.Encode(json, abandoned: false), null);
    }

    /// <summary>The updates of a result.</summary>
    public static List<ChatResponseUpdate> UpdatesOf(byte[] encoded, ChatJson json)
    {
        using var document = JsonDocument.Parse(encoded);
        return [.. document.RootElement.GetProperty("updates").EnumerateArray().Select(json.Decode<ChatResponseUpdate>)];
    }

    private void Add(ChatResponseUpdate update, ChatJson json)
    {
        if (Count++ > 0)
        {
            updates.Write(","u8);
        }

        updates.Write(json.Encode(update));
        modelId = update.ModelId ?? modelId;
        finishReason = update.FinishReason ?? finishReason;
        foreach (var reported in update.Contents.OfType<UsageContent>())
        {
            (usage ??= new UsageDetails()).Add(reported.Details);
        }
    }

    private byte[] Encode(ChatJson json, bool abandoned)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ChatJson.Compact);
        writer.WriteStartObject();
        ChatOptionsJson.Text(writer, "modelId", modelId);
        ChatOptionsJson.Text(writer, "finishReason", finishReason?.Value);
        if (usage is not null)
        {
            writer.WritePropertyName("usage");
            writer.WriteRawValue(json.Encode(usage), skipInputValidation: true);
        }

        writer.WritePropertyName("updates");
        writer.WriteRawValue((byte[])[.. "["u8, .. updates.WrittenSpan, .. "]"u8], skipInputValidation: true);
        if (abandoned)
        {
            writer.WriteBoolean("abandoned", true);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
