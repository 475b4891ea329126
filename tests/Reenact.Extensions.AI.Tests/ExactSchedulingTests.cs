using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class ExactSchedulingTests
{
    public static IEnumerable<TheoryDataRow<int>> Attempts => Enumerable.Range(0, 20).Select(n => new TheoryDataRow<int>(n));

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task Code_that_races_two_streams_replays_as_it_ran(int attempt)
    {
        static async Task<string> ReadTwoStreamsAsync(IChatClient client)
        {
            var order = "";
            await Task.WhenAll(ReadAsync('a'), ReadAsync('b'));
            return order;

            async Task ReadAsync(char name)
            {
                await foreach (var _ in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, $"Stream {name}")]).ConfigureAwait(false))
                {
                    var answer = await client.GetResponseAsync([new ChatMessage(ChatRole.User, $"Call {name}")]).ConfigureAwait(false);
                    order += name + answer.Text;
                }
            }
        }

        var model = new ScriptedChatClient((_, _) => new ChatResponse(new ChatMessage(ChatRole.Assistant, "!"))) { Stream = (_, _) => JitteryAsync() };
        using var recorded = new Recorded();
        var live = "";
        await using (var session = Session.Record(recorded.Path, options: new RecordOptions { Scheduling = Scheduling.Exact }))
        {
            live = await session.RunAsync(() => ReadTwoStreamsAsync(model.AsBuilder().UseReenact().Build()));
        }

        using var recording = Recording.Open(recorded.Path);

        Assert.Equal(Exactness.Exact, recording.Summary.Exactness);
        var again = "";
        await recorded.ReplayAsync(async client => again = await ReadTwoStreamsAsync(client));
        Assert.Equal((attempt, live), (attempt, again));

        static async IAsyncEnumerable<ChatResponseUpdate> JitteryAsync()
        {
            for (var n = 0; n < 3; n++)
            {
                await Task.Delay(Random.Shared.Next(3));
                yield return new ChatResponseUpdate(ChatRole.Assistant, "x");
            }
        }
    }
}
