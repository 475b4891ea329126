using Reenact.Events;
using Reenact.Format;
using Reenact.Tests.Format;

namespace Reenact.FuzzTests;

/// <summary>What fuzzing found, each as the smallest recording that shows it.</summary>
public class FoundTests
{
    [Fact]
    public void A_block_that_needs_a_newer_reader_leaves_the_session_without_a_name()
    {
        using var recording = Recording.Open(new MemoryBlockStore(NeedingNewerReader(block: 0)));

        Assert.Null(recording.Info.Agent);
        Assert.Equal(RecordingErrorKind.NeedsNewerReader, Assert.Throws<RecordingException>(() => recording.ReadEvents().Count()).Kind);
    }

    [Fact]
    public void A_definition_in_a_block_that_needs_a_newer_reader_is_skipped_with_what_refers_to_it()
    {
        using var recording = Recording.Open(new MemoryBlockStore(NeedingNewerReader(block: 0)), OnDamage.Skip);

        var left = recording.ReadEvents().ToList();
        Assert.Contains(left, found => found is SessionEndedEvent);
        Assert.DoesNotContain(left, found => found is CallStartedEvent);
        Assert.Contains(recording.Problems, problem => problem.Kind == RecordingProblemKind.UnknownBlock);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_was_served_and_whose_body_runs_now_is_a_divergence(bool continues)
    {
        var builder = new RecordingBuilder().Started();
        var method = builder.Method("Reenact.FuzzTests.DeskAgent.HandleAsync", CallKind.Tool, "request");
        builder.Call(1, method, "a desk").Returned(1, "booked").Ended().Seal();
        using var replay = Session.Replay(Recording.Open(new MemoryBlockStore(builder.Bytes)), new ReplayOptions { ContinueOnDivergence = continues });

        var run = replay.RunAsync(() => new DeskAgent(new DeskTools()).HandleAsync("a desk"));

        if (!continues)
            await Assert.ThrowsAsync<ReplayDivergenceException>(() => run);
        else
            await Record.ExceptionAsync(() => run);
        var divergence = replay.Report.Divergences[0];
        Assert.Equal(DivergenceKind.UnexpectedCall, divergence.Kind);
        Assert.Contains("as [Replayed] code", divergence.Message, StringComparison.Ordinal);
        Assert.NotNull(divergence.Expected);
    }

    /// <summary>The sample, one of whose blocks has a flag that this reader doesn't know.</summary>
    private static byte[] NeedingNewerReader(int block)
    {
        var recording = TakenApart.Of(new CorpusFile("sample", RecordingBuilder.Sample().Seal().Bytes));
        recording.Parts[block].Header = header => header with { Flags = header.Flags | (BlockFlags)0x80 };
        return recording.Build(out _);
    }
}
