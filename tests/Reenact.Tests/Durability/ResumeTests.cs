using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Durabilities;

/// <summary>Sessions that another writer goes on with.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task A_session_that_ended_goes_on_with_its_numbers_methods_and_texts()
    {
        using var file = new TemporaryFile();
        var tools = new SampleTools();
        var text = new string('x', 400);
        await using (var first = Session.Record(file.Path, new SessionInfo { Agent = "support" }))
        {
            tools.Describe(text);
            first.Complete(Outcome.Failure);
        }

        Guid id;
        await using (var second = Session.Resume(file.Path))
        {
            id = second.SessionId;
            tools.Describe(text);
            SampleTools.Twice(1);
            second.Complete(Outcome.Success);
        }

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal(id, recording.SessionId);
        Assert.Equal("support", recording.Info.Agent);
        Assert.Equal([1L, 2L, 3L], recording.Calls.Select(call => call.Id));
        Assert.Equal(Outcome.Success, recording.Summary.Outcome);
        Assert.Equal(Exactness.Exact, recording.Summary.Exactness);
        var events = recording.ReadEvents().ToList();
        Assert.Equal(2, events.OfType<BlobEvent>().Count()); // The argument and the result, once each.
        Assert.Equal(2, events.OfType<DefinitionEvent>().Count());
        var end = events.FindIndex(happened => happened is SessionEndedEvent);
        Assert.True(events.Skip(end + 1).Min(happened => happened.Time) >= events.Take(end + 1).Max(happened => happened.Time));
        var verification = recording.Verify();
        Assert.Empty(verification.Findings);
        Assert.Equal(recording.EventCount, verification.Events);
    }

    [Fact]
    public async Task Options_that_can_not_be_followed_leave_the_recording_as_it_was()
    {
        using var file = new TemporaryFile();
        await using (Session.Record(file.Path))
        {
            SampleTools.Twice(1);
        }

        var before = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);

        Assert.ThrowsAny<ArgumentException>(() => Session.Resume(file.Path, new RecordOptions { StuckTimeout = TimeSpan.Zero }));
        Assert.ThrowsAny<ArgumentException>(() => Session.Resume(file.Path, new RecordOptions { Redaction = new RedactionOptions { HashKey = new byte[8] } }));

        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_recording_that_was_changed_after_it_was_sealed_is_not_gone_on_with()
    {
        using var file = new TemporaryFile();
        await using (Session.Record(file.Path))
        {
            SampleTools.Twice(1);
        }

        var bytes = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        var block = bytes.AsSpan(BlockLayout.PreambleSize, BlockLayout.BlockLength(bytes.AsSpan(BlockLayout.PreambleSize)));
        var header = BlockHeader.Read(block);
        var salt = block.IndexOf(Epoch.Decode(block.Slice(BlockLayout.HeaderSize, header.BodyLength))!.Salt);
        block[salt] ^= 1;
        header.Write(block, bytes.AsSpan(16, 16)); // With a checksum that fits: only the seal shows it.
        await File.WriteAllBytesAsync(file.Path, bytes, TestContext.Current.CancellationToken);

        Assert.Equal(RecordingErrorKind.Damaged, Assert.Throws<RecordingException>(() => Session.Resume(file.Path)).Kind);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sealed_recording_with_a_length_that_was_damaged_is_not_cut()
    {
        using var file = new TemporaryFile();
        await using (Session.Record(file.Path))
        {
            SampleTools.Twice(1);
        }

        var bytes = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        var epoch = BlockLayout.BlockLength(bytes.AsSpan(BlockLayout.PreambleSize));
        bytes[BlockLayout.PreambleSize + epoch + 2] |= 0x40; // 4 MiB more than there is.
        await File.WriteAllBytesAsync(file.Path, bytes, TestContext.Current.CancellationToken);

        Assert.Equal(RecordingErrorKind.Damaged, Assert.Throws<RecordingException>(() => Session.Resume(file.Path)).Kind);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_a_crash_in_flight_the_call_has_no_end_and_the_session_is_free()
    {
        var (recordingBytes, tail) = await CrashAsync(async tools =>
        {
            SampleTools.Twice(1);
            await tools.WaitAsync("done", TestContext.Current.CancellationToken);
            _ = new SampleTools { Work = static _ => new TaskCompletionSource().Task }.WaitAsync("never", TestContext.Current.CancellationToken);
        });
        using var file = await FileOfAsync(recordingBytes, tail);

        await using (var session = Session.Resume(file.Path))
        {
            SampleTools.Twice(2);
            session.Complete(Outcome.Success);
        }

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal([true, true, false, true], recording.Calls.Select(call => call.End is not null));
        Assert.Equal(Exactness.Free, recording.Summary.Exactness);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task After_a_crash_between_calls_a_session_replays_and_is_free()
    {
        var (recordingBytes, tail) = await CrashAsync(async tools =>
        {
            SampleTools.Twice(1);
            await tools.OuterAsync("b"); // What a recorded call does inside is its own business.
        });
        using var file = await FileOfAsync(recordingBytes, tail);
        await using (var session = Session.Resume(file.Path))
        {
            SampleTools.Twice(2);
            session.Complete(Outcome.Success);
        }

        using var replay = Session.Replay(file.Path);
        var report = await replay.RunAsync(async () =>
        {
            SampleTools.Twice(1);
            await new SampleTools().OuterAsync("b");
            SampleTools.Twice(2);
            return true;
        });
        Assert.Empty(report.Divergences);
        Assert.Equal((Exactness.Free, FreeCause.Interrupted), (report.Exactness, report.FreeCause)); // What flows of code there were, events don't show.
    }

    [Fact]
    public async Task A_session_that_crashed_before_its_code_began_stays_exact()
    {
        var (recordingBytes, tail) = await CrashAsync(static _ => Task.CompletedTask);
        using var file = await FileOfAsync(recordingBytes, tail);
        await using (Session.Resume(file.Path))
        {
            SampleTools.Twice(2);
        }

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(Exactness.Exact, recording.Summary.Exactness);
    }

    [Fact]
    public async Task What_goes_on_under_a_schedule_of_its_own_is_free()
    {
        using var file = new TemporaryFile();
        await using (Session.Record(file.Path))
        {
            SampleTools.Twice(1);
        }

        await using (var second = Session.Resume(file.Path, new RecordOptions { Scheduling = Scheduling.Exact }))
        {
            await second.RunAsync(() => Task.FromResult(SampleTools.Twice(2)));
        }

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(Exactness.Free, recording.Summary.Exactness);
        Assert.Equal(FreeCause.Interrupted, recording.ReadEvents().OfType<SessionEndedEvent>().Last().FreeCause);
    }

    [Fact]
    public async Task A_session_that_goes_on_has_not_ended_until_it_ends_again()
    {
        using var file = new TemporaryFile();
        await using (var first = Session.Record(file.Path))
        {
            SampleTools.Twice(1);
            first.Complete(Outcome.Success);
        }

        await using var second = Session.Resume(file.Path);
        SampleTools.Twice(2);

        using var recording = Reenact.Recording.Open(file.Path);
        Assert.Equal(RecordingState.Unsealed, recording.State);
        Assert.Null(recording.Summary.Outcome);
        Assert.Null(recording.Summary.Exactness);
        Assert.DoesNotContain(recording.Verify().Findings, finding => finding.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task A_recording_cut_at_any_byte_is_gone_on_with_and_sealed()
    {
        var (recordingBytes, tail) = await CrashAsync(static _ =>
        {
            SampleTools.Twice(1);
            return Task.CompletedTask;
        });
        var whole = await EndAsync(recordingBytes, tail);
        var random = new Random(5);
        for (var length = BlockLayout.PreambleSize; length < whole.Length; length += random.Next(1, 9))
        {
            var store = new KeptBlockStore(whole[..length]);
            await using (var session = Session.Resume(store))
            {
                SampleTools.Twice(7);
            }

            using var recording = Recorded.Open(store.Bytes);
            Assert.Equal(RecordingState.Sealed, recording.State);
            Assert.Equal(7, recording.Calls[^1].Arguments[0].Read<int, Shims.Int32Codec>());
            Assert.True(recording.Verify().IsIntact, $"Cut at {length}.");
        }
    }

    [Fact]
    public async Task Each_write_that_fails_while_a_session_is_taken_up_leaves_its_events()
    {
        var (recordingBytes, tail) = await CrashAsync(static _ =>
        {
            SampleTools.Twice(1);
            SampleTools.Twice(2);
            return Task.CompletedTask;
        });
        recordingBytes = [.. recordingBytes, 1, 2, 3]; // A torn block.
        for (var failFrom = 1; ; failFrom++)
        {
            var store = new FailingTailStore(recordingBytes, tail, failFrom);
            try
            {
                await using var session = Session.Resume(store);
            }
            catch (RecordingException)
            {
                Assert.True(store.Failed);
            }

            using var recording = Reenact.Recording.Open(new StoreInParts(store.Bytes, store.Tail));
            Assert.NotEqual(RecordingState.Damaged, recording.State);
            Assert.Equal([1, 2], recording.Calls.Select(call => call.Arguments[0].Read<int, Shims.Int32Codec>()));
            if (!store.Failed)
            {
                Assert.Equal(RecordingState.Sealed, recording.State);
                break;
            }
        }
    }

    [Fact]
    public async Task Two_writers_at_once_are_refused_and_told_who_writes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsWindows(), "Nothing is locked here.");
        using var file = new TemporaryFile();
        await using (Session.Record(file.Path))
        {
            SampleTools.Twice(1);

            var error = Assert.Throws<RecordingException>(() => Session.Resume(file.Path));

            Assert.Equal(RecordingErrorKind.InUse, error.Kind);
            if (OperatingSystem.IsLinux())
                Assert.Contains($"this process, {Environment.ProcessId} (since ", error.Message, StringComparison.Ordinal);
            using var recording = Reenact.Recording.Open(file.Path); // Readers are let in, and don't take the lock along when they go.
        }

        await using (Session.Resume(file.Path))
        {
            Assert.Equal(RecordingErrorKind.InUse, Assert.Throws<RecordingException>(() => Session.Resume(file.Path)).Kind);
        }
    }

    [Fact]
    public async Task A_damaged_recording_and_what_is_none_are_not_gone_on_with()
    {
        var whole = await Recorded.SessionAsync(() => Task.FromResult(SampleTools.Twice(1)));
        whole[300] ^= 1;
        var store = new KeptBlockStore(whole);

        Assert.Equal(RecordingErrorKind.Damaged, Assert.Throws<RecordingException>(() => Session.Resume(store)).Kind);
        Assert.Equal(whole, store.Bytes);
        Assert.Equal(RecordingErrorKind.Empty, Assert.Throws<RecordingException>(() => Session.Resume(new KeptBlockStore())).Kind);
        using var file = new TemporaryFile();
        Assert.Equal(RecordingErrorKind.NotFound, Assert.Throws<RecordingException>(() => Session.Resume(file.Path)).Kind);
        Assert.Null(Session.Current);
    }

    private static async Task<(byte[] Recording, byte[] Tail)> CrashAsync(Func<SampleTools, Task> work)
    {
        await using var live = new LiveSession();
        await work(live.Tools);
        return (live.Bytes, live.Tail);
    }

    private static async Task<byte[]> EndAsync(byte[] recording, byte[] tail)
    {
        using var file = await FileOfAsync(recording, tail);
        await using (Session.Resume(file.Path))
        {
        }

        Assert.False(File.Exists(file.Path + ".tail"));
        return await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
    }

    private static async Task<TemporaryFile> FileOfAsync(byte[] recording, byte[] tail)
    {
        var file = new TemporaryFile();
        await File.WriteAllBytesAsync(file.Path, recording, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file.Path + ".tail", tail, TestContext.Current.CancellationToken);
        return file;
    }
}
