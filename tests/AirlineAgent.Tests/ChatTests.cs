using Reenact;

namespace AirlineAgent.Tests;

public sealed class ChatTests : IDisposable
{
    private const string KeyVariable = "AIRLINE_AGENT_TESTS_KEY";

    private readonly string folder = Directory.CreateTempSubdirectory("airline-agent-tests-").FullName;

    public ChatTests() => Environment.SetEnvironmentVariable(KeyVariable, "a-key");

    private string RecordingPath => Path.Combine(folder, "chat.reenact");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_customer_at_the_terminal_talks_to_a_model_behind_an_endpoint()
    {
        await using var server = new ChatCompletionsServer(
            ChatCompletionsServer.Calls("get_reservation_details", """{"reservation_id":"LK7Q2M"}"""),
            ChatCompletionsServer.Says("You fly at 8:05."));

        var run = await ChatAsync(server, "When does LK7Q2M leave?\n\n");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("You fly at 8:05.", run.Output);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal("Bearer a-key", request.Authorization));

        var request = server.Requests[1].Body;
        Assert.Equal("small-model", request.GetProperty("model").GetString());
        Assert.Equal(14, request.GetProperty("tools").GetArrayLength());
        Assert.Equal(
            ["system", "user", "assistant", "tool"],
            request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("role").GetString()));
        Assert.Contains("LK204", request.GetProperty("messages")[3].GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_chat_is_replayed_without_the_endpoint()
    {
        await using (var server = new ChatCompletionsServer(
            ChatCompletionsServer.Calls("get_user_details", """{"user_id":"nobody"}"""),
            ChatCompletionsServer.Calls("transfer_to_human_agents", """{"summary":"An unknown customer."}""")))
        {
            await ChatAsync(server, "Hello\n");
        }

        var replay = await Sample.RunAsync("replay", RecordingPath);

        Assert.Equal(0, replay.ExitCode);
        Assert.Equal("replayed 1 session: 6 of 6 calls matched, 0 live, 0 diverged", replay.LastLine);
    }

    [Fact]
    public async Task A_recording_that_is_damaged_is_1_and_its_name()
    {
        await using (var server = new ChatCompletionsServer(ChatCompletionsServer.Says("Hello")))
            await ChatAsync(server, "Hello\n\n");
        var bytes = await File.ReadAllBytesAsync(RecordingPath, TestContext.Current.CancellationToken);
        bytes[300] ^= 1;
        await File.WriteAllBytesAsync(RecordingPath, bytes, TestContext.Current.CancellationToken);

        var replay = await Sample.RunAsync("replay", RecordingPath);

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains(RecordingPath, replay.Error);
        Assert.DoesNotContain("   at ", replay.Error);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_is_1_and_a_failed_session()
    {
        await using var server = new ChatCompletionsServer();

        var run = await ChatAsync(server, "Hello\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("401", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        using (var recording = Recording.Open(RecordingPath))
            Assert.Equal(Outcome.Failure, recording.Summary.Outcome);

        var replay = await Sample.RunAsync("replay", RecordingPath);
        Assert.Equal(0, replay.ExitCode);
        Assert.Equal("replayed 1 session: 3 of 3 calls matched, 0 live, 0 diverged", replay.LastLine);
    }

    private Task<SampleRun> ChatAsync(ChatCompletionsServer server, string input) => Sample.RunAsync(
        input,
        ["chat", "--endpoint", server.Endpoint, "--model", "small-model", "--key-variable", KeyVariable, "--out", RecordingPath]);
}
