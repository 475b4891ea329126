using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AirlineAgent.Tests;

/// <summary>A model server on this machine that speaks OpenAI's chat completions, as far as the sample uses them.</summary>
internal sealed class ChatCompletionsServer : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Queue<JsonObject> answers;
    private readonly Task serving;

    /// <param name="answers">The messages the model answers with, one a request; then it answers 401.</param>
    public ChatCompletionsServer(params JsonObject[] answers)
    {
        this.answers = new Queue<JsonObject>(answers);
        Endpoint = Listen();
        serving = ServeAsync();
    }

    /// <summary>The address to give a client.</summary>
    public string Endpoint { get; }

    /// <summary>What was asked.</summary>
    public List<(string? Authorization, JsonElement Body)> Requests { get; } = [];

    public static JsonObject Says(string text) => new() { ["role"] = "assistant", ["content"] = text };

    public static JsonObject Calls(string tool, string arguments) => new()
    {
        ["role"] = "assistant",
        ["content"] = null,
        ["tool_calls"] = new JsonArray(new JsonObject
        {
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments },
        }),
    };

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private string Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = $"http://localhost:{Random.Shared.Next(20_000, 60_000)}/v1/";
            listener.Prefixes.Clear();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return address;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody else has the port.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            Requests.Add((context.Request.Headers["Authorization"], body.RootElement.Clone()));
            await AnswerAsync(context.Response);
        }
    }

    private async Task AnswerAsync(HttpListenerResponse response)
    {
        response.ContentType = "application/json";
        response.StatusCode = answers.Count > 0 ? 200 : 401;
        JsonObject body = answers.TryDequeue(out var message)
            ? new()
            {
                ["id"] = "chatcmpl-1",
                ["object"] = "chat.completion",
                ["created"] = 1715800000,
                ["model"] = "small-model-2024",
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = message,
                    ["finish_reason"] = message.ContainsKey("tool_calls") ? "tool_calls" : "stop",
                }),
                ["usage"] = new JsonObject { ["prompt_tokens"] = 100, ["completion_tokens"] = 10, ["total_tokens"] = 110 },
            }
            : new() { ["error"] = new JsonObject { ["message"] = "the key is wrong" } };

        await using var stream = response.OutputStream;
        await JsonSerializer.SerializeAsync(stream, body);
    }
}
