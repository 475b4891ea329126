namespace Reenact.Cli.Tests;

public sealed class ChatTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    [Fact]
    public async Task A_call_of_a_chat_model_is_told_by_its_last_message_and_what_it_answered()
    {
        var output = await ShowAsync();

        Assert.Contains("CompleteAsync(2 messages, last user: \"Yes, please proceed\")", output, StringComparison.Ordinal);
        Assert.Contains("→ calls book({user_id: \"mia_li_3668\"})", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_is_shown_as_a_time() => Assert.Matches(@"clock +├─ \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z\n", await ShowAsync());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> ShowAsync()
    {
        var file = Path.Combine(folder, "chat.reenact");
        await using (var session = Session.Record(file, new SessionInfo { Agent = "chat" }))
        {
            var answer = await new ChatAgent(new ChatModel()).AskAsync();
            session.Complete(Outcome.Success, message: answer);
        }

        return ToolRun.Of(width: 200, terminal: false, "show", file).Output;
    }
}
