using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Format;

/// <summary>What the recorder writes is what the format demands.</summary>
public partial class RecordedSessionTests
{
    [Fact]
    public async Task A_recorded_session_verifies_without_findings()
    {
        using var signer = RecordingSigner.Generate("example.com/recordings");
        var bytes = await RecordAsync(signer);

        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        var verification = recording.Verify(signer.VerifierKey);

        Assert.Empty(verification.Findings);
        Assert.Equal(SignatureStatus.Valid, verification.Signature);
        Assert.Equal("support", recording.Info.Agent);
        Assert.Equal(Outcome.Failure, recording.Summary.Outcome);
        Assert.Equal("E7", recording.Summary.ErrorCode);
        Assert.Equal(2, recording.Summary.FailedCalls);
    }

    [Fact]
    public async Task A_recorded_session_is_a_tree_of_calls()
    {
        using var recording = Recording.Open(new MemoryBlockStore(await RecordAsync(signer: null)));

        var root = Assert.Single(recording.Calls);
        Assert.Equal(CallKind.Agent, root.Method.Kind);
        Assert.EndsWith("Desk.HandleAsync", root.Method.Name, StringComparison.Ordinal);
        Assert.Equal([40, 41, 42], root.Children.Select(child => child.Arguments[0]).Select(Number));
        Assert.Equal(3, Assert.IsType<CallReturnedEvent>(root.End).Result.Read<int, Reenact.Shims.Int32Codec>());
        Assert.Equal(new string('x', 1000), Assert.IsType<CallReturnedEvent>(root.Children[0].End).Result.ReadText());
        var failure = Assert.IsType<CallFailedEvent>(root.Children[2].End).Failure;
        Assert.Equal(typeof(InvalidOperationException).FullName, failure.Type);
        Assert.Equal("no 42", failure.Message);
        Assert.Equal(typeof(FormatException).FullName, failure.Inner!.Type);
    }

    private static int Number(RecordedValue value) => value.Read<int, Reenact.Shims.Int32Codec>();

    private static async Task<byte[]> RecordAsync(RecordingSigner? signer)
    {
        var store = new MemoryBlockStore();
        var session = Session.Record(store, new SessionInfo { Agent = "support", Tags = new Dictionary<string, string> { ["case"] = "17" } }, new RecordOptions { Signer = signer });
        await using (session)
        {
            session.RecordEnvironment(EnvironmentKind.Prompt, "system", "v1", new string('p', 500));
            await new Desk().HandleAsync("please");
            session.Note("seen", "ann");
            session.Complete(Outcome.Failure, "E7", "did not work", new string('o', 400));
        }

        return store.ToArray();
    }

    private sealed partial class Desk
    {
        [Replayed]
        public partial Task<int> HandleAsync(string request);

        private async Task<int> HandleCoreAsync(string request)
        {
            var calls = 0;
            for (var number = 40; number <= 42; number++)
            {
                calls++;
                try
                {
                    await LookUpAsync(number);
                }
                catch (InvalidOperationException)
                {
                    // The failed call is what the recording is to show.
                }
            }

            return calls + (request.Length * 0);
        }

        [Recorded]
        public partial Task<string> LookUpAsync(int number);

        private static async Task<string> LookUpCoreAsync(int number)
        {
            await Task.Yield();
            return number switch
            {
                40 => new string('x', 1000),
                41 => throw new InvalidOperationException("no 41"),
                _ => throw new InvalidOperationException("no 42", new FormatException("inner")),
            };
        }
    }
}
