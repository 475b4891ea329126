using System.Globalization;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class ConversationGrowthTests
{
    [Fact]
    public async Task A_recording_grows_with_what_is_new_not_with_what_is_sent_again()
    {
        var fifty = await LengthAsync(turns: 50);
        var hundred = await LengthAsync(turns: 100);

        // Each turn sends the whole conversation; sent text alone quadruples from 50 turns to 100.
        Assert.True(hundred < fifty * 2.3, $"{fifty:N0} bytes for 50 turns, {hundred:N0} for 100.");
    }

    [Fact]
    public async Task Short_messages_over_many_turns_are_not_sent_again_and_again_either()
    {
        var some = await LengthAsync(turns: 500, size: 90);
        var twice = await LengthAsync(turns: 1000, size: 90);

        // They stand in the list itself; a list that was sent whole every hundred turns would take three times as much.
        Assert.True(twice < some * 2.4, $"{some:N0} bytes for 500 turns, {twice:N0} for 1,000.");
    }

    private static async Task<long> LengthAsync(int turns, int size = 1500)
    {
        using var recorded = await Recorded.FromAsync(
            new ScriptedChatClient((call, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, Noise(10_000 + call, size)))),
            async client =>
            {
                List<ChatMessage> history = [new(ChatRole.System, Noise(0, size))];
                for (var turn = 0; turn < turns; turn++)
                {
                    history.Add(new ChatMessage(ChatRole.User, Noise(turn + 1, size)));
                    history.AddMessages(await client.GetResponseAsync(history));
                }
            });
        return new FileInfo(recorded.Path).Length;
    }

    /// <summary>Text that doesn't compress.</summary>
    private static string Noise(int seed, int size)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return seed.ToString(CultureInfo.InvariantCulture) + Convert.ToBase64String(bytes);
    }
}
