using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

public sealed class LeakTests : IDisposable
{
    private readonly FlightAgent agent = new();
    private readonly TcpListener server = new(IPAddress.Loopback, 0);

    public LeakTests()
    {
        server.Start();
        _ = AnswerAsync();
    }

    private string Endpoint => server.LocalEndpoint.ToString()!;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task An_http_request_of_replayed_code_fails_the_replay_and_says_where_it_was_made()
    {
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(AskForRatesAsync));

        var divergence = exception.Divergence;
        Assert.Equal(DivergenceKind.Leaked, divergence.Kind);
        Assert.Equal(2UL, divergence.Event);
        var lines = WithoutPlaces(exception.Message).Split('\n');
        Assert.Equal(
            $$"""
            Replay of (memory) diverged at event 2: replayed code reached outside.
            Replayed code did on its own what only a recorded call may do: HTTP request to http://{{Endpoint}}/rates. It really happened, and what came of it is not the recording's.

              actual    HTTP request to http://{{Endpoint}}/rates, after event 2: FlightAgent.SearchAsync(from: "JFK", nights: 1)
                through System.Net.Http.HttpClient.GetStringAsync
                at Reenact.Tests.Replaying.LeakTests.AskForRatesAsync() in LeakTests.cs
            """.Split('\n'),
            lines[..6]);
        Assert.Contains("allow its target (ReplayOptions.AllowedLeaks)", exception.Message);
    }

    [Fact]
    public async Task A_leak_is_only_reported_on_request()
    {
        var report = await ReplayAsync(AskForRatesAsync, new ReplayOptions { FailOnLeak = false });

        Assert.True(report.IsMatch);
        var leak = Assert.Single(report.Leaks);
        Assert.Equal((LeakKind.Http, $"http://{Endpoint}/rates", 1), (leak.Kind, leak.Target, leak.Times));
        Assert.Contains($"  leaked: HTTP request to http://{Endpoint}/rates, after event 2", report.ToString());
        Assert.Contains($"\"target\": \"http://{Endpoint}/rates\"", report.ToJson());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("http://127.0.0.1:*")]
    public async Task An_allowed_target_is_no_leak(string allowed)
    {
        var report = await ReplayAsync(AskForRatesAsync, new ReplayOptions { AllowedLeaks = [allowed] });

        Assert.Empty(report.Leaks);
    }

    [Fact]
    public async Task A_connection_made_on_another_thread_is_a_leak_too()
    {
        var report = await ReplayAsync(
            () => Task.Run(async () =>
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(server.LocalEndpoint);
            }),
            new ReplayOptions { FailOnLeak = false });

        Assert.Equal((LeakKind.Socket, Endpoint), (report.Leaks[0].Kind, report.Leaks[0].Target));
    }

    [Fact]
    public async Task A_query_for_a_host_is_a_leak_and_a_loop_of_them_is_one()
    {
        var report = await ReplayAsync(
            () =>
            {
                for (var i = 0; i < 3; i++)
                {
                    Dns.GetHostAddresses("localhost");
                }

                return Task.CompletedTask;
            },
            new ReplayOptions { FailOnLeak = false });

        var leak = Assert.Single(report.Leaks);
        Assert.Equal((LeakKind.Dns, "localhost", 3), (leak.Kind, leak.Target, leak.Times));
    }

    [Fact]
    public async Task A_process_is_a_leak_with_its_command()
    {
        Assert.SkipUnless(File.Exists("/proc/thread-self/children"), "Only Linux tells which thread started a process.");
        var report = await ReplayAsync(
            async () =>
            {
                using var process = Process.Start("sleep", "20");
                await agent.SearchAsync("JFK", 2);
                process.Kill();
            },
            new ReplayOptions { FailOnLeak = false },
            callsAfter: 2);

        var leak = Assert.Single(report.Leaks);
        Assert.Equal((LeakKind.Process, "sleep 20"), (leak.Kind, leak.Target));
        Assert.Contains("A_process_is_a_leak_with_its_command", leak.Stack[0]);
    }

    [Fact]
    public async Task What_the_process_does_beside_the_replay_is_none_of_its_leaks()
    {
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        var outside = Task.Run(
            async () =>
            {
                await asked.Task;
                await AskForRatesAsync();
                answered.SetResult();
            },
            TestContext.Current.CancellationToken);
        var report = await ReplayAsync(async () =>
        {
            asked.SetResult();
            await answered.Task;
        });
        await outside;

        Assert.Empty(report.Leaks);
    }

    [Fact]
    public async Task Ordinary_code_leaks_nothing()
    {
        var report = await ReplayAsync(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                Console.Out.Write("");
                _ = Environment.GetEnvironmentVariable("PATH");
                _ = new string('x', 100_000).Split('x');
                await Task.Yield();
                await agent.SearchAsync("JFK", i);
            }
        }, callsAfter: 51);

        Assert.True(report.IsMatch);
        Assert.Empty(report.Leaks);
    }

    private async Task AskForRatesAsync()
    {
        using var client = new HttpClient();
        Assert.Equal("ok", await client.GetStringAsync($"http://{Endpoint}/rates?key=secret"));
    }

    private async Task AnswerAsync()
    {
        using var connection = await server.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 1, throwOnEndOfStream: false);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
    }

    /// <summary>Replays a call, and then code that only the replay runs, with what it calls in the recording.</summary>
    private async Task<ReplayReport> ReplayAsync(Func<Task> leaking, ReplayOptions? options = null, int callsAfter = 1)
    {
        var bytes = await Recorded.SessionAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            for (var i = callsAfter == 2 ? 2 : 0; callsAfter > 1 && i <= (callsAfter == 2 ? 2 : callsAfter - 2); i++)
            {
                await agent.SearchAsync("JFK", i);
            }
        });
        using var replay = Recorded.Replay(bytes, options);
        return await replay.RunAsync(async () =>
        {
            await agent.SearchAsync("JFK", 1);
            await leaking();
        });
    }

    /// <summary>Frames without directories and lines.</summary>
    private static string WithoutPlaces(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @" in \S*?([^/\\]+\.cs):line \d+", " in $1");
}
