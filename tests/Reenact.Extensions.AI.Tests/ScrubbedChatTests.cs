using System.Text;
using Microsoft.Extensions.AI;
using Reenact.Events;

namespace Reenact.Extensions.AI.Tests;

/// <summary>Secrets in chats are taken out wherever they stand: in what the model is asked, in its answers, and in pieces of streamed answers.</summary>
public class ScrubbedChatTests
{
    private const string Secret = "sk-live-51Hx9QmZ2abc";

    private static readonly RedactionOptions Redaction = new() { Scrubbers = [static text => text.Replace(Secret, "[key]", StringComparison.Ordinal)] };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_in_a_chat_is_in_no_event_and_the_replay_matches(bool streams)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");
        try
        {
            await using (Session.Record(path, options: new RecordOptions { Redaction = Redaction }))
            {
                Assert.Equal($"Your key is {Secret}.", await AskAsync(Pipeline(new ScriptedChatClient($"Your key is {Secret}.") { Stream = streams ? (_, _) => PiecesAsync() : null }), streams));
            }

            using (var recording = Recording.Open(path))
            {
                var everything = string.Join('\n', recording.ReadEvents().Select(static happened => happened switch
                {
                    BlobEvent blob => Encoding.UTF8.GetString(blob.Content.Span),
                    CallStartedEvent start => string.Concat(start.Arguments.Select(Latin)),
                    CallReturnedEvent end => Latin(end.Result),
                    _ => "",
                }));
                Assert.DoesNotContain("51Hx9", everything, StringComparison.Ordinal);
                Assert.Contains("[key]", everything, StringComparison.Ordinal);
            }

            using var replay = Session.Replay(path, new ReplayOptions { Redaction = Redaction });
            var report = await replay.RunAsync(() => AskAsync(Pipeline(new OfflineChatClient()), streams)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            Assert.True(report.IsMatch, report.ToString());
            Assert.Equal("Your key is [key].", report.Output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Latin(RecordedValue value) => Encoding.Latin1.GetString(value.Bytes.Span);

    private static IChatClient Pipeline(IChatClient model) => model.AsBuilder().UseReenact().Build();

    private static async Task<string> AskAsync(IChatClient client, bool streams)
    {
        ChatMessage[] messages = [new(ChatRole.System, new string('s', 400) + Secret), new(ChatRole.User, $"Is {Secret} mine?")];
        return streams
            ? string.Concat((await client.GetStreamingResponseAsync(messages).ToListAsync()).Select(static update => update.Text))
            : (await client.GetResponseAsync(messages)).Text;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> PiecesAsync()
    {
        foreach (var piece in (string[])["Your key", $" is {Secret[..5]}", Secret[5..12], Secret[12..], "."])
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }
    }
}
