using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class ExactSchedulingTests
{
    [Fact]
    public async Task Code_that_reads_a_stream_stays_on_the_sessions_schedule()
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
                    // A recorded call off the schedule would make the recording a free one.
                    var answer = await client.GetResponseAsync([new ChatMessage(ChatRole.User, $"Call {name}")]).ConfigureAwait(false);
                    order += name + answer.Text;
                }
            }
        }

        var model = new ScriptedChatClient((_, messages) =>
        {
            Thread.Sleep(1);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, messages[0].Text.StartsWith("Call", StringComparison.Ordinal) ? "!" : "abc"));
        });
        using var recorded = new Recorded();
        await using (var session = Session.Record(recorded.Path, options: new RecordOptions { Scheduling = Scheduling.Exact }))
        {
            await session.RunAsync(() => ReadTwoStreamsAsync(model.AsBuilder().UseReenact().Build()));
        }

        using var recording = Recording.Open(recorded.Path);

        Assert.Equal(Exactness.Exact, recording.Summary.Exactness);
        await recorded.ReplayAsync(ReadTwoStreamsAsync);
    }
}
