using Microsoft.Extensions.AI;
using Reenact.Events;

namespace Reenact.Extensions.AI.Tests;

/// <summary>More conversations than are kept take turns: the one that was used longest ago gives its memory to the next.</summary>
public class ManyConversationsTests
{
    private const int Turns = 12;

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public async Task Each_is_recorded_and_replayed_as_it_is(int conversations)
    {
        using var known = await Recorded.FromAsync(Model(), client => AskAsync(conversations, () => client));
        using var fresh = await Recorded.FromAsync(Model(), _ => AskAsync(conversations, () => new RecordedChatClient(Model(), new ChatJson(AIJsonUtilities.DefaultOptions))));

        Assert.Equal(RequestsOf(fresh), RequestsOf(known));
        await known.ReplayAsync(client => AskAsync(conversations, () => client));
    }

    [Fact]
    public async Task Text_that_was_sent_as_another_object_and_then_changed_is_noticed()
    {
        using var recorded = await Recorded.FromAsync(Model(), async client =>
        {
            List<ChatMessage> messages = [new(ChatRole.System, "policy"), new(ChatRole.User, "a")];
            await client.GetResponseAsync(messages);
            messages[0] = new ChatMessage(ChatRole.System, string.Concat("pol", "icy".ToLowerInvariant()));
            messages.Add(new ChatMessage(ChatRole.User, "b"));
            await client.GetResponseAsync(messages);
            ((TextContent)messages[0].Contents[0]).Text = "other";
            await client.GetResponseAsync(messages);
        });

        var texts = RequestsOf(recorded);
        Assert.Equal(3, texts.Count);
        Assert.Contains(Convert.ToHexString("other"u8), texts[2], StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString("policy"u8), texts[2], StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString("policy"u8), texts[1], StringComparison.Ordinal);
    }

    private static ScriptedChatClient Model() => new((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine")));

    private static async Task AskAsync(int count, Func<IChatClient> client)
    {
        var conversations = Enumerable.Range(0, count).Select(_ => new List<ChatMessage> { new(ChatRole.System, new string('p', 2_000)) }).ToList();
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var each = 0; each < count; each++)
            {
                conversations[each].Add(new ChatMessage(ChatRole.User, $"{each} says {new string((char)('a' + turn), 40 * turn)}"));
                await client().GetResponseAsync(conversations[each]);
            }
        }
    }

    private static List<string> RequestsOf(Recorded recorded)
    {
        using var recording = Recording.Open(recorded.Path);
        return [.. recording.ReadEvents().OfType<CallStartedEvent>().Select(call => Convert.ToHexString(call.Arguments[0].Bytes.Span))];
    }
}
