using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Reenact;

namespace AirlineAgent.Tests;

public class LongSessionTests
{
    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public async Task A_long_session_of_real_turns_grows_linearly()
    {
        var texts = Texts();
        var (half, whole) = (await LengthAsync(texts, 2_000), await LengthAsync(texts, 4_000));

        // Each turn sends the whole conversation; sent whole every hundred turns, it would quadruple.
        Assert.True(whole < half * 2.4, $"{half:N0} bytes for 2,000 turns, {whole:N0} for 4,000.");
    }

    private static async Task<long> LengthAsync(List<string> texts, int turns)
    {
        var file = Path.Combine(Path.GetTempPath(), $"reenact-test-{Guid.NewGuid():N}.reenact");
        try
        {
            using var client = new Speaker(texts).AsBuilder().UseReenact().Build();
            await using (var session = Session.Record(file))
            {
                List<ChatMessage> messages = [];
                for (var turn = 0; turn < turns; turn++)
                {
                    messages.Add(new ChatMessage(ChatRole.User, Text(texts, 2 * turn)));
                    messages.AddMessages(await client.GetResponseAsync(messages, cancellationToken: TestContext.Current.CancellationToken));
                }

                session.Complete(Outcome.Success);
            }

            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What was said in real conversations; numbered, so that nothing is said twice.</summary>
    private static string Text(List<string> texts, int number) => $"{number}: {texts[number % texts.Count]}";

    private static List<string> Texts()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PublicData.Transcripts));
        return [.. document.RootElement.EnumerateArray()
            .SelectMany(run => run.GetProperty("traj").EnumerateArray())
            .Where(message => message.GetProperty("role").GetString() is "user" or "assistant" && message.GetProperty("content").ValueKind == JsonValueKind.String)
            .Select(message => message.GetProperty("content").GetString()!)];
    }

    private sealed class Speaker(List<string> texts) : IChatClient
    {
        private int turn;

        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(texts, (2 * turn++) + 1))));

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
