using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reenact.Extensions.AI.Tests;

public class StreamedResponseTests
{
    private static readonly ChatMessage Question = new(ChatRole.User, "Count.");

    [Fact]
    public async Task A_stream_is_served_update_by_update()
    {
        using var recorded = await Recorded.FromAsync(Counting(5), async client => Assert.Equal("01234", await ReadAsync(client)));

        var updates = new List<string>();
        await recorded.ReplayAsync(async client =>
        {
            await foreach (var update in client.GetStreamingResponseAsync([Question]))
            {
                updates.Add(update.Text);
            }
        });

        Assert.Equal(["0", "1", "2", "3", "4"], updates);
    }

    [Fact]
    public async Task Updates_reach_the_caller_as_they_come()
    {
        var sent = 0;
        var model = new ScriptedChatClient { Stream = (_, _) => CountAsync(3, () => sent++) };
        using var recorded = await Recorded.FromAsync(model, async client =>
        {
            var received = 0;
            await foreach (var _ in client.GetStreamingResponseAsync([Question]))
            {
                Assert.Equal(++received, sent);
            }
        });

        Assert.Equal(3, sent);
    }

    [Fact]
    public async Task An_update_changed_by_its_reader_is_recorded_as_it_came()
    {
        static async Task<string> ReadAndChangeAsync(IChatClient client)
        {
            var text = "";
            await foreach (var update in client.GetStreamingResponseAsync([Question]))
            {
                text += update.Text;
                update.Contents.Clear();
            }

            return text;
        }

        using var recorded = await Recorded.FromAsync(Counting(3), ReadAndChangeAsync);

        var again = "";
        await recorded.ReplayAsync(async client => again = await ReadAndChangeAsync(client));

        Assert.Equal("012", again);
    }

    [Fact]
    public async Task A_stream_that_was_left_early_is_left_early_again()
    {
        static async Task<string> ReadTwoAsync(IChatClient client)
        {
            var text = "";
            await foreach (var update in client.GetStreamingResponseAsync([Question]))
            {
                text += update.Text;
                if (text.Length == 2)
                {
                    break;
                }
            }

            return text;
        }

        var disposed = false;
        var model = new ScriptedChatClient { Stream = (_, _) => CountAsync(100, () => { }, () => disposed = true) };
        using var recorded = await Recorded.FromAsync(model, ReadTwoAsync);
        Assert.True(disposed);

        var again = "";
        await recorded.ReplayAsync(async client => again = await ReadTwoAsync(client));

        Assert.Equal("01", again);
    }

    [Fact]
    public async Task Reading_further_than_the_recorded_code_did_says_so()
    {
        using var recorded = await Recorded.FromAsync(Counting(5), async client =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync([Question]))
            {
                break;
            }
        });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => recorded.ReplayAsync(ReadAsync));

        Assert.Contains("reads a streamed model call further", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_fails_fails_again()
    {
        var model = new ScriptedChatClient { Stream = (_, _) => CountAsync(2, () => { }, () => throw new TimeoutException("The model is gone.")) };
        using var recorded = await Recorded.FromAsync(model, client => Assert.ThrowsAsync<TimeoutException>(() => ReadAsync(client)));

        TimeoutException? again = null;
        await recorded.ReplayAsync(async client => again = await Assert.ThrowsAsync<TimeoutException>(() => ReadAsync(client)));

        Assert.Equal("The model is gone.", again!.Message);
    }

    [Fact]
    public async Task A_canceled_stream_is_canceled_again()
    {
        static async Task CancelAsync(IChatClient client)
        {
            using var cancellation = new CancellationTokenSource();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var _ in client.GetStreamingResponseAsync([Question]).WithCancellation(cancellation.Token))
                {
                }
            });
        }

        var model = new ScriptedChatClient { Stream = (_, token) => CanceledAsync(token) };
        using var recorded = await Recorded.FromAsync(model, CancelAsync);

        await recorded.ReplayAsync(CancelAsync);
    }

    [Fact]
    public async Task A_recorded_call_between_two_updates_is_replayed()
    {
        static async Task<string> AskInBetweenAsync(IChatClient client)
        {
            var text = "";
            await foreach (var update in client.GetStreamingResponseAsync([Question]))
            {
                text += update.Text + (await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Next to " + update.Text)])).Text;
            }

            return text;
        }

        var model = new ScriptedChatClient((_, messages) => new ChatResponse(new ChatMessage(ChatRole.Assistant, messages[0].Text[^1..] + ";")))
        {
            Stream = (_, _) => CountAsync(3, () => { }),
        };
        using var recorded = await Recorded.FromAsync(model, async client => Assert.Equal("00;11;22;", await AskInBetweenAsync(client)));

        var again = "";
        await recorded.ReplayAsync(async client => again = await AskInBetweenAsync(client));

        Assert.Equal("00;11;22;", again);
    }

    [Fact]
    public async Task Outside_a_session_a_stream_is_the_inner_clients()
    {
        var client = Counting(3).AsBuilder().UseReenact().Build();

        Assert.Equal("012", await ReadAsync(client));
    }

    private static async Task<string> ReadAsync(IChatClient client) =>
        string.Concat(await client.GetStreamingResponseAsync([Question]).Select(update => update.Text).ToListAsync());

    private static ScriptedChatClient Counting(int count) => new() { Stream = (_, _) => CountAsync(count, () => { }) };

    private static async IAsyncEnumerable<ChatResponseUpdate> CountAsync(int count, Action sending, Action? ended = null)
    {
        try
        {
            for (var n = 0; n < count; n++)
            {
                await Task.Yield();
                sending();
                yield return new ChatResponseUpdate(ChatRole.Assistant, n.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            ended?.Invoke();
        }
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> CanceledAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "never");
    }
}
