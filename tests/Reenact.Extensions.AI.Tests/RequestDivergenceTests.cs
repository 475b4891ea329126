using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

/// <summary>What is said of a request that is not the recorded one, however little of it was encoded.</summary>
public class RequestDivergenceTests
{
    [Fact]
    public async Task A_message_in_the_midst_of_a_long_request_is_named_with_what_differs_in_it()
    {
        using var recorded = await Recorded.FromAsync(Answering(), client => ConverseAsync(client, changed: null));

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(() => recorded.ReplayAsync(client => ConverseAsync(client, changed: "message 13, changed")));

        Assert.Equal(
            $"""
            Replay of {recorded.Path} diverged at event 6: arguments differ.
            The code calls IChatClient.GetResponseAsync with other arguments than recorded.

              expected  IChatClient.GetResponseAsync(16 messages, last assistant: "message 15")  (event 6)
              actual    the same, as far as it is shown here; what differs stands below

              differences:
                messages[13].contents[0].text: "message 13" → "message 13, changed"

              last matched calls:
                event 2: IChatClient.GetResponseAsync(10 messages, last assistant: "message 9")
                event 4: IChatClient.GetResponseAsync(12 messages, last assistant: "message 11")

              nearest recorded calls not used yet:
                event 8: IChatClient.GetResponseAsync(20 messages, last assistant: "message 19")

              What to do: Follow messages[13].contents[0].text back to where it is made. If it was changed on purpose, record the session again; a value that is meant to vary belongs in a parameter marked [IgnoreInMatch].
            """.ReplaceLineEndings("\n"),
            error.Message.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_message_that_is_new_in_a_request_is_named_too()
    {
        using var recorded = await Recorded.FromAsync(Answering(), client => ConverseAsync(client, changed: null));

        var error = await Assert.ThrowsAsync<ReplayDivergenceException>(() => recorded.ReplayAsync(async client =>
        {
            var messages = Messages(20);
            await client.GetResponseAsync(messages[..10]);
            messages[11].Contents[0] = new TextContent("another");
            await client.GetResponseAsync(messages[..12]);
        }));

        Assert.Equal("messages[11].contents[0].text", error.Divergence.Path);
    }

    [Fact]
    public async Task Each_call_with_a_changed_message_is_reported_where_divergences_are_collected()
    {
        using var recorded = await Recorded.FromAsync(Answering(), client => ConverseAsync(client, changed: null));

        using var replay = Session.Replay(recorded.Path, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(async () =>
        {
            await ConverseAsync(new OfflineChatClient().AsBuilder().UseReenact().Build(), changed: "changed");
            return true;
        });

        Assert.Equal(["messages[13].contents[0].text", "messages[13].contents[0].text"], report.Divergences.Select(divergence => divergence.Path));
    }

    /// <summary>Four requests of 10, 12, 16 and 20 messages; message 13 is changed in place after the second.</summary>
    private static async Task ConverseAsync(IChatClient client, string? changed)
    {
        var messages = Messages(20);
        await client.GetResponseAsync(messages[..10]);
        await client.GetResponseAsync(messages[..12]);
        if (changed is not null)
        {
            ((TextContent)messages[13].Contents[0]).Text = changed;
        }

        await client.GetResponseAsync(messages[..16]);
        await client.GetResponseAsync(messages);
    }

    private static ChatMessage[] Messages(int count) => [.. Enumerable.Range(0, count).Select(n => new ChatMessage(n % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"message {n}"))];

    private static ScriptedChatClient Answering() => new((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "fine")));
}
