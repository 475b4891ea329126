using Microsoft.Extensions.AI;
using Reenact.Events;

namespace Reenact.Extensions.AI.Tests;

/// <summary>What a recording holds of model calls.</summary>
public class RecordedDataTests
{
    private static readonly ChatMessage Question = new(ChatRole.User, "How far?");

    [Fact]
    public async Task Each_prompt_and_model_stands_in_the_environment_once()
    {
        using var recorded = await Recorded.FromAsync(Answering(), async client =>
        {
            for (var turn = 0; turn < 3; turn++)
            {
                await client.GetResponseAsync([new(ChatRole.System, "You are terse."), Question], new ChatOptions { Instructions = "Use metres.", ModelId = "asked" });
            }

            await client.GetResponseAsync([new(ChatRole.System, "You are kind."), Question]);
        });

        using var recording = Recording.Open(recorded.Path);
        var environment = recording.ReadEvents().OfType<EnvironmentEvent>()
            .Select(e => (e.Environment, e.Name, Content: e.Content.ReadText()));

        Assert.Equal(
            [
                (EnvironmentKind.Prompt, "system", "You are terse."),
                (EnvironmentKind.Prompt, "instructions", "Use metres."),
                (EnvironmentKind.Model, "asked", null),
                (EnvironmentKind.Model, "model-2026", null),
                (EnvironmentKind.Prompt, "system", "You are kind."),
            ],
            environment);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_summary_counts_calls_and_tokens_and_names_the_model(bool streamed)
    {
        using var recorded = await Recorded.FromAsync(Answering(), async client =>
        {
            for (var call = 0; call < 2; call++)
            {
                if (streamed)
                {
                    await client.GetStreamingResponseAsync([Question]).ToListAsync();
                }
                else
                {
                    await client.GetResponseAsync([Question]);
                }
            }
        });

        using var recording = Recording.Open(recorded.Path);

        Assert.Equal(2, recording.Summary.Calls[CallKind.Model]);
        Assert.Equal((20, 6, 4), (recording.Summary.InputTokens, recording.Summary.CachedInputTokens, recording.Summary.OutputTokens));
        Assert.Equal(["model-2026"], recording.Summary.Models);
    }

    [Fact]
    public async Task Equal_requests_are_equal_bytes_and_what_they_send_again_is_stored_once()
    {
        var schema = AIFunctionFactory.Create((string city, int nights) => nights, "Quote", new string('d', 300));
        var picture = new DataContent(new byte[3000], "image/png");
        using var recorded = await Recorded.FromAsync(Answering(), async client =>
        {
            for (var call = 0; call < 5; call++)
            {
                await client.GetResponseAsync(
                    [new(ChatRole.System, new string('s', 500)), new(ChatRole.User, [new TextContent("What is it?"), picture])],
                    new ChatOptions { Tools = [schema], Temperature = 0.3f });
            }
        });

        using var recording = Recording.Open(recorded.Path);
        var calls = recording.Calls;

        Assert.Equal(5, calls.Count);
        Assert.All(calls, call => Assert.Equal(["messages", "options"], call.Method.ParameterNames));
        Assert.All(calls, call => Assert.Equal(calls[0].Arguments[0].Bytes.ToArray(), call.Arguments[0].Bytes.ToArray()));
        Assert.All(calls, call => Assert.Equal(calls[0].Arguments[1].Bytes.ToArray(), call.Arguments[1].Bytes.ToArray()));

        // The system prompt, the tool's description and the picture.
        Assert.Equal(3, recording.ReadEvents().OfType<BlobEvent>().Count());
    }

    [Fact]
    public async Task A_stream_that_failed_half_way_says_how_much_is_missing()
    {
        static async IAsyncEnumerable<ChatResponseUpdate> FailAsync()
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "a");
            yield return new ChatResponseUpdate(ChatRole.Assistant, "b");
            await Task.Yield();
            throw new TimeoutException();
        }

        using var recorded = await Recorded.FromAsync(
            new ScriptedChatClient { Stream = (_, _) => FailAsync() },
            client => Assert.ThrowsAsync<TimeoutException>(async () => await client.GetStreamingResponseAsync([Question], null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)));

        using var recording = Recording.Open(recorded.Path);

        Assert.Contains("failed after 2 updates", recording.ReadEvents().OfType<NoteEvent>().Single().Text, StringComparison.Ordinal);
        Assert.IsType<CallFailedEvent>(recording.Calls.Single().End);
    }

    private static ScriptedChatClient Answering() => new((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "3 m"))
    {
        ModelId = "model-2026",
        Usage = new UsageDetails { InputTokenCount = 10, CachedInputTokenCount = 3, OutputTokenCount = 2 },
    });
}
