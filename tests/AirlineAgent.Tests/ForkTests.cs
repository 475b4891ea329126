using AirlineAgent.Agent;
using AirlineAgent.Data;
using AirlineAgent.Tools;
using Microsoft.Extensions.AI;
using Reenact;
using Reenact.Events;

namespace AirlineAgent.Tests;

/// <summary>What if another model had taken over somewhere in these conversations.</summary>
public class ForkTests(RecordedTranscripts recorded) : IClassFixture<RecordedTranscripts>
{
    private const int Sessions = 25;

    [Fact(Skip = PublicData.Missing, SkipUnless = nameof(PublicData.IsThere), SkipType = typeof(PublicData))]
    public async Task A_conversation_forks_at_any_event_with_a_live_model_and_the_fork_replays()
    {
        var output = Directory.CreateTempSubdirectory("airline-agent-forks-").FullName;
        try
        {
            var recordings = Experiment.FindRecordings(recorded.Folder).Take(Sessions).ToList();
            var model = new BriefModel();
            var report = await Experiment.RunAsync(
                recordings,
                ReplayPlan.Empty.WithCodeVersion("brief"),
                (_, cancellationToken) => new SupportAgent(
                    model.AsBuilder().UseReenact().Build(),
                    new ToolSet(AirlineDatabase.CreateEmpty()),
                    new Customer(new ImpatientLine()),
                    new PolicyLibrary(_ => Task.FromResult("Be brief."))).HandleAsync(cancellationToken),
                new ExperimentOptions { OutputFolder = output, ForkAt = recording => new Random(recordings.IndexOf(recording.Path)).NextInt64(recording.EventCount - 1) },
                TestContext.Current.CancellationToken);

            // A conversation whose model asked for a tool just before the fork goes on with the tool: live, against an empty database.
            Assert.All(report.Results, result => Assert.True(result.Succeeded, $"{result.Recording}: {result.Divergence}{result.Exception}"));
            Assert.InRange(model.Calls, Sessions / 2, Sessions * 3);
            Assert.Contains(report.Results, result => result.Report!.MatchedCalls > 10 && result.Report.LiveCalls > 0);
            foreach (var result in report.Results)
            {
                using var fork = Recording.Open(result.Fork);
                Assert.Equal(result.Report!.SessionId.ToString(), fork.ReadEvents().OfType<SessionStartedEvent>().Single().ParentSession);
                Assert.Equal(result.Report.LiveCalls, fork.ReadEvents().OfType<CallStartedEvent>().Count(call => call.Live));
            }

            var replayed = await Sample.RunAsync("replay", output);
            Assert.Equal(0, replayed.ExitCode);
            Assert.Contains($"replayed {Sessions} sessions", replayed.LastLine);
            Assert.Contains(" 0 live, 0 diverged", replayed.LastLine);
            Assert.Equal(Sessions, report.MeasureDrift().Pairs);
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    /// <summary>A model that says one thing.</summary>
    private sealed class BriefModel : IChatClient
    {
        private int calls;

        public int Calls => calls;

        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref calls);
            await Task.Yield();
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "Sorry, I can't help you with that.")) { ModelId = "brief" };
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>A customer who hangs up.</summary>
    private sealed class ImpatientLine : ICustomerLine
    {
        public Task<string> ListenAsync(string? said, CancellationToken cancellationToken) => Task.FromResult($"Bye. {Customer.Stop}");
    }
}
