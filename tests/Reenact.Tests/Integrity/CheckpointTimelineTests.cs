using System.Text;
using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public sealed class CheckpointTimelineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;
    private readonly RecordingSigner signer = RecordingSigner.Generate("example.com/recordings");

    private string File => Path.Combine(folder, "case.reenact");

    public void Dispose()
    {
        signer.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_block_gives_a_signed_checkpoint_that_the_next_grew_from()
    {
        var taken = new List<Checkpoint>();
        var (bytes, failure) = await SigningTests.RecordAsync(
            new RecordOptions { Signer = signer, Checkpoints = new CheckpointOptions { OnCheckpoint = Into(taken) } }, body: session => ThreeBlocksAsync(session, taken));

        Assert.Null(failure);
        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        Assert.Equal(recording.SessionId, taken[0].SessionId);
        Assert.True(taken.Count >= 4);
        Assert.All(taken, checkpoint => Assert.Equal(SignatureStatus.Valid, checkpoint.Check(signer.VerifierKey).Status));
        Assert.Equal(taken.Select(checkpoint => checkpoint.Size).Order(), taken.Select(checkpoint => checkpoint.Size));
        Assert.Equal(recording.Verify().Checkpoint!.ToString(), taken[^1].ToString());
    }

    [Fact]
    public async Task The_sidecar_has_all_checkpoints_as_text()
    {
        var taken = new List<Checkpoint>();
        await RecordAsync(new CheckpointOptions { Sidecar = true, OnCheckpoint = Into(taken) }, taken);

        Assert.Equal(string.Concat(taken.Select(checkpoint => $"{checkpoint}\n")), await System.IO.File.ReadAllTextAsync(File + ".checkpoints", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sidecar_that_is_there_is_not_replaced_unless_asked()
    {
        await System.IO.File.WriteAllTextAsync(File + ".checkpoints", "kept", TestContext.Current.CancellationToken);

        var error = Assert.Throws<RecordingException>(() => Session.Record(File, null, new RecordOptions { Checkpoints = new CheckpointOptions { Sidecar = true } }));
        Assert.Equal(RecordingErrorKind.AlreadyExists, error.Kind);

        await RecordAsync(new CheckpointOptions { Sidecar = true }, [], replace: true);
        Assert.StartsWith("reenact/", await System.IO.File.ReadAllTextAsync(File + ".checkpoints", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_in_another_store_has_no_sidecar() =>
        Assert.Throws<ArgumentException>(() => Session.Record(new MemoryBlockStore(), null, new RecordOptions { Checkpoints = new CheckpointOptions { Sidecar = true } }));

    [Fact]
    public async Task Checkpoints_wait_for_as_many_blocks_as_asked()
    {
        var taken = new List<Checkpoint>();
        await RecordAsync(new CheckpointOptions { EveryBlocks = 1000, OnCheckpoint = Into(taken) }, taken, awaitEach: false);

        Assert.Single(taken); // That of the seal.
    }

    [Fact]
    public async Task Checkpoints_wait_for_as_long_as_asked_and_what_comes_meanwhile_is_one()
    {
        var taken = new List<Checkpoint>();
        await RecordAsync(new CheckpointOptions { Interval = TimeSpan.FromHours(1), OnCheckpoint = Into(taken) }, taken, awaitEach: false);

        Assert.InRange(taken.Count, 1, 2); // The first block's, and that of the seal.
    }

    [Fact]
    public async Task A_taker_that_throws_is_told_and_costs_nothing()
    {
        var (bytes, failure) = await SigningTests.RecordAsync(new RecordOptions
        {
            Checkpoints = new CheckpointOptions { OnCheckpoint = (_, _) => throw new InvalidOperationException("audit log is full") },
        });

        var error = Assert.IsType<RecordingException>(failure);
        Assert.Equal(RecordingErrorKind.CheckpointFailed, error.Kind);
        Assert.Contains("audit log is full", error.Message, StringComparison.Ordinal);
        AssertSealed(bytes);
    }

    [Fact]
    public async Task A_taker_that_fails_once_is_given_the_next()
    {
        var calls = 0;
        var (bytes, failure) = await SigningTests.RecordAsync(
            new RecordOptions
            {
                Checkpoints = new CheckpointOptions { OnCheckpoint = (_, _) => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException("once") : default },
            },
            body: async session =>
            {
                await session.FlushAsync();
                await UntilAsync(() => session.CheckpointFailure is not null);
            });

        Assert.Null(failure);
        AssertSealed(bytes);
    }

    [Fact]
    public async Task A_taker_that_hangs_does_not_hold_the_session_up()
    {
        var (bytes, failure) = await SigningTests.RecordAsync(new RecordOptions
        {
            Checkpoints = new CheckpointOptions
            {
                Timeout = TimeSpan.FromMilliseconds(100),
                OnCheckpoint = (_, _) => new ValueTask(Task.Delay(Timeout.Infinite, CancellationToken.None)),
            },
        });

        Assert.Equal(RecordingErrorKind.CheckpointFailed, Assert.IsType<RecordingException>(failure).Kind);
        AssertSealed(bytes);
    }

    [Fact]
    public async Task Blocks_are_written_while_a_signer_is_slow()
    {
        using var release = new SemaphoreSlim(0);
        var slow = new OtherSigner { Wait = cancel => release.WaitAsync(cancel) };
        var (bytes, failure) = await SigningTests.RecordAsync(
            new RecordOptions { Signer = slow, Checkpoints = new CheckpointOptions() },
            body: async session =>
            {
                for (var block = 0; block < 5; block++)
                {
                    session.Note("more");
                    await session.FlushAsync();
                }

                Assert.InRange(slow.Asked, 0, 1);
                release.Release(100);
            });

        Assert.Null(failure);
        AssertSealed(bytes);
    }

    private static Func<Checkpoint, CancellationToken, ValueTask> Into(List<Checkpoint> taken) => (checkpoint, _) =>
    {
        lock (taken)
            taken.Add(checkpoint);
        return default;
    };

    private static async Task ThreeBlocksAsync(SessionRecorder session, List<Checkpoint>? taken)
    {
        for (var block = 1; block <= 3; block++)
        {
            session.Note($"block {block}");
            await session.FlushAsync();
            if (taken is not null)
                await UntilAsync(() => Count(taken) >= block);
        }
    }

    private static int Count(List<Checkpoint> taken)
    {
        lock (taken)
            return taken.Count;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static void AssertSealed(byte[] bytes)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Contains(recording.ReadEvents(), found => found is NoteEvent { Text: "hello" });
    }

    private async Task RecordAsync(CheckpointOptions checkpoints, List<Checkpoint> taken, bool replace = false, bool awaitEach = true)
    {
        await using var session = Session.Record(File, null, new RecordOptions { Signer = signer, Checkpoints = checkpoints, Replace = replace });
        await ThreeBlocksAsync(session, awaitEach && checkpoints.OnCheckpoint is not null ? taken : null);
        session.Complete(Outcome.Success);
    }
}
