using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Reenact.Events;

namespace Reenact.Extensions.AI.Tests;

/// <summary>What was encoded at an earlier turn is copied; a message changed in place is encoded anew.</summary>
public class EncodedRequestsTests
{
    private const int Turns = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_request_that_is_known_in_part_is_encoded_as_one_that_is_new(int seed)
    {
        using var known = await RecordAsync(seed, isNewEachTime: false);
        using var fresh = await RecordAsync(seed, isNewEachTime: true);

        Assert.Equal(RequestsOf(fresh), RequestsOf(known));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_conversation_whose_messages_change_in_place_replays(int seed)
    {
        using var recorded = await RecordAsync(seed, isNewEachTime: true);

        await recorded.ReplayAsync(client => AskAsync(seed, () => client));
    }

    [Fact]
    public async Task A_message_changed_in_place_only_on_replay_is_noticed()
    {
        ChatMessage[] messages = [new(ChatRole.System, new string('a', 2000)), new(ChatRole.User, "one")];
        using var recorded = await Recorded.FromAsync(new ScriptedChatClient("fine", "fine"), async client =>
        {
            await client.GetResponseAsync(messages);
            await client.GetResponseAsync(messages);
        });

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(() => recorded.ReplayAsync(async client =>
        {
            await client.GetResponseAsync(messages);
            ((TextContent)messages[1].Contents[0]).Text = "two";
            await client.GetResponseAsync(messages);
        }));

        Assert.Contains("two", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_asks_on_many_threads_records_what_each_asked()
    {
        var shared = Enumerable.Range(0, 20).Select(n => new ChatMessage(ChatRole.User, $"message {n}")).ToArray();
        using var recorded = await Recorded.FromAsync(
            new ScriptedChatClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine"))),
            client => Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await client.GetResponseAsync(shared[..(i + 1)], new ChatOptions { ModelId = $"{i + 1}" });
                }
            }))));

        using var recording = Recording.Open(recorded.Path);
        var calls = recording.ReadEvents().OfType<CallStartedEvent>().ToList();
        Assert.Equal(160, calls.Count);
        Assert.All(calls, call =>
        {
            var asked = calls.First(other => other.Arguments[1].Bytes.Span.SequenceEqual(call.Arguments[1].Bytes.Span));
            Assert.Equal(asked.Arguments[0].Bytes.ToArray(), call.Arguments[0].Bytes.ToArray());
        });
        Assert.Equal(20, calls.Select(call => Convert.ToHexString(call.Arguments[0].Bytes.Span)).Distinct().Count());
    }

    [Fact]
    public async Task Messages_that_nobody_holds_any_longer_are_forgotten()
    {
        WeakReference[] gone = [];
        using var recorded = await Recorded.FromAsync(
            new ForgetfulModel(),
            async client =>
            {
                gone = await AskOnceAsync(client);
                for (var i = 0; i < 20 && gone.Any(each => each.IsAlive); i++)
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                }
            });

        Assert.DoesNotContain(gone, each => each.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference[]> AskOnceAsync(IChatClient client)
    {
        var messages = Enumerable.Range(0, 50).Select(n => new ChatMessage(ChatRole.User, $"message {n}")).ToArray();
        await client.GetResponseAsync(messages);
        await client.GetResponseAsync(messages);
        return [.. messages.Select(message => new WeakReference(message))];
    }

    /// <summary>A model that remembers nothing.</summary>
    private sealed class ForgetfulModel : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine")));

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private static Task<Recorded> RecordAsync(int seed, bool isNewEachTime)
    {
        var model = new ScriptedChatClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine")));
        return isNewEachTime
            ? Recorded.FromAsync(model, _ => AskAsync(seed, () => new RecordedChatClient(model, new ChatJson(AIJsonUtilities.DefaultOptions))))
            : Recorded.FromAsync(model, client => AskAsync(seed, () => client));
    }

    private static async Task AskAsync(int seed, Func<IChatClient> client)
    {
        var conversation = new RandomConversation(seed);
        for (var turn = 0; turn < Turns; turn++)
        {
            conversation.Next();
            await client().GetResponseAsync(conversation.Messages, conversation.Options);
        }
    }

    private static List<string> RequestsOf(Recorded recorded)
    {
        using var recording = Recording.Open(recorded.Path);
        return
        [
            .. recording.ReadEvents().OfType<CallStartedEvent>().SelectMany(call => call.Arguments).Select(argument => Convert.ToHexString(argument.Bytes.Span)),
        ];
    }
}
