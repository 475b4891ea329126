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

    private static async Task<long> LengthAsync(int turns)
    {
        using var recorded = await Recorded.FromAsync(
            new ScriptedChatClient((call, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, Noise(10_000 + call)))),
            async client =>
            {
                List<ChatMessage> history = [new(ChatRole.System, Noise(0))];
                for (var turn = 0; turn < turns; turn++)
                {
                    history.Add(new ChatMessage(ChatRole.User, Noise(turn + 1)));
                    history.AddMessages(await client.GetResponseAsync(history));
                }
            });
        return new FileInfo(recorded.Path).Length;
    }

    /// <summary>Text that doesn't compress.</summary>
    private static string Noise(int seed)
    {
        var bytes = new byte[1500];
        new Random(seed).NextBytes(bytes);
        return seed.ToString(CultureInfo.InvariantCulture) + Convert.ToBase64String(bytes);
    }
}
