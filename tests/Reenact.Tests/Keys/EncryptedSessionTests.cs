using Reenact.Events;
using Reenact.Keys;
using Reenact.Tests.Replaying.Live;
using Xunit;

namespace Reenact.Tests.Keys;

public sealed class EncryptedSessionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-encrypted-").FullName;
    private readonly MemoryKeyStore keys = new();
    private readonly DeskAgent agent = new();

    private string RecordingPath => Path.Combine(folder, "run.reenact");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_session_is_recorded_encrypted_for_its_tenant_and_replayed_with_its_key()
    {
        await RecordAsync();
        Assert.Equal(["acme"], keys.Tenants);
        using (var recording = Recording.Open(RecordingPath, new RecordingOpenOptions { KeyStore = keys }))
        {
            Assert.Equal("acme", recording.Info.Tenant);
            Assert.True(recording.Verify().IsIntact);
        }

        agent.Ran.Clear();
        using var replay = Session.Replay(RecordingPath, new ReplayOptions { KeyStore = keys });
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));
        Assert.True(report.IsMatch);
        Assert.Empty(agent.Ran);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_replayed()
    {
        await RecordAsync();
        Assert.Equal(RecordingErrorKind.Encrypted, Assert.Throws<RecordingException>(() => Session.Replay(RecordingPath)).Kind);
        var replays = new ReplayOptions { KeyStore = new MemoryKeyStore() };
        Assert.Equal(RecordingErrorKind.KeyNotFound, Assert.Throws<RecordingException>(() => Session.Replay(RecordingPath, replays)).Kind);
    }

    [Fact]
    public async Task A_fork_of_an_encrypted_recording_is_encrypted_under_a_key_of_its_own()
    {
        await RecordAsync();
        var fork = Path.Combine(folder, "fork.reenact");
        using (var replay = Session.Replay(RecordingPath, new ReplayOptions { KeyStore = keys }).RecordTo(fork))
        {
            await replay.RunAsync(() => agent.HandleAsync("to LHR"));
        }

        using var recording = Recording.Open(RecordingPath);
        using var locked = Recording.Open(fork);
        Assert.Equal(RecordingEncryption.Locked, locked.Encryption);
        Assert.NotEqual(recording.KeyId, locked.KeyId);
        using var read = Recording.Open(fork, new RecordingOpenOptions { KeyStore = keys });
        Assert.Contains(read.ReadEvents().OfType<CallStartedEvent>(), call => call.Method.Name.EndsWith("SearchAsync", StringComparison.Ordinal));
        Assert.Equal(["acme", "acme"], keys.Tenants);
        AssertNothingReadable("LHR", "JFK", "SearchAsync", "acme");
    }

    [Fact]
    public async Task No_file_in_the_folder_holds_a_recorded_word_while_it_is_recorded_or_after()
    {
        var options = new RecordOptions { KeyStore = keys, Tenant = "acme" };
        await using (var session = Session.Record(RecordingPath, new SessionInfo { Agent = "secretagent" }, options))
        {
            for (var round = 0; round < 20; round++)
            {
                session.Note($"plainword{round} " + new string('x', 300));
                if (round % 5 == 0)
                    await session.FlushAsync();
                AssertNothingReadable("plainword", "secretagent", "acme", "xxxxxxxx");
                await Task.Delay(10, Cancel);
            }

            session.Complete(Outcome.Success, output: "plainwordoutput");
        }

        AssertNothingReadable("plainword", "secretagent", "acme", "xxxxxxxx");
        using var recording = Recording.Open(RecordingPath, new RecordingOpenOptions { KeyStore = keys });
        Assert.Equal(20, recording.ReadEvents().OfType<NoteEvent>().Count());
    }

    [Fact]
    public async Task Events_reach_the_file_though_nobody_flushes()
    {
        await using var session = Session.Record(RecordingPath, null, new RecordOptions { KeyStore = keys, Tenant = "acme" });
        session.Note("soon");
        for (var waited = 0; waited < 600; waited++)
        {
            using var recording = Recording.Open(RecordingPath, new RecordingOpenOptions { KeyStore = keys });
            if (recording.ReadEvents().OfType<NoteEvent>().Any())
                return;
            await Task.Delay(50, Cancel);
        }

        Assert.Fail("The note is not in the file.");
    }

    [Fact]
    public async Task An_asynchronous_key_store_holds_no_thread_and_can_be_canceled()
    {
        var slow = new SlowKeyStore();
        using var ending = new CancellationTokenSource();
        var recording = Session.RecordAsync(RecordingPath, null, new RecordOptions { KeyStore = slow, Tenant = "acme" }, ending.Token);
        await slow.Asked.Task.WaitAsync(Cancel);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recording);
        Assert.True(slow.WasCanceled);
        Assert.False(File.Exists(RecordingPath));

        var session = await Session.RecordAsync(RecordingPath, null, new RecordOptions { KeyStore = keys, Tenant = "acme" }, Cancel);
        await session.RunAsync(() => agent.HandleAsync("to LHR"));
        await session.DisposeAsync();
        using var opened = await Recording.OpenAsync(RecordingPath, new RecordingOpenOptions { KeyStore = keys }, Cancel);
        Assert.Equal(RecordingEncryption.Decrypted, opened.Encryption);
    }

    [Fact]
    public async Task A_key_store_that_fails_or_is_late_leaves_nothing_recorded_and_says_so()
    {
        var late = new RecordOptions { KeyStore = new SlowKeyStore(), Tenant = "acme", KeyTimeout = TimeSpan.FromMilliseconds(50) };
        var error = Assert.Throws<RecordingException>(() => Session.Record(RecordingPath, null, late));
        Assert.Equal(RecordingErrorKind.KeyStoreFailed, error.Kind);
        Assert.Contains("no answer within", error.Message, StringComparison.Ordinal);

        var failing = new RecordOptions { KeyStore = new SlowKeyStore(new HttpRequestException("503")), Tenant = "acme" };
        error = Assert.Throws<RecordingException>(() => Session.Record(RecordingPath, null, failing));
        Assert.Equal(RecordingErrorKind.KeyStoreFailed, error.Kind);
        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Null(Session.Current);

        await RecordAsync();
        error = Assert.Throws<RecordingException>(() => Recording.Open(RecordingPath, new RecordingOpenOptions { KeyStore = failing.KeyStore }));
        Assert.Equal(RecordingErrorKind.KeyStoreFailed, error.Kind);
    }

    [Fact]
    public void Options_that_name_no_tenant_or_two_or_no_store_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Session.Record(RecordingPath, null, new RecordOptions { KeyStore = keys }));
        Assert.Throws<ArgumentException>(() => Session.Record(RecordingPath, new SessionInfo { Tenant = "globex" }, new RecordOptions { KeyStore = keys, Tenant = "acme" }));
        Assert.Throws<ArgumentException>(() => Session.Record(RecordingPath, null, new RecordOptions { Tenant = "acme" }));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private async Task RecordAsync()
    {
        await using var session = Session.Record(RecordingPath, new SessionInfo { Tenant = "acme" }, new RecordOptions { KeyStore = keys, Scheduling = Scheduling.Exact });
        await session.RunAsync(() => agent.HandleAsync("to LHR"));
        session.Complete(Outcome.Success);
    }

    private void AssertNothingReadable(params string[] words)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var text = reader.ReadToEnd();
            foreach (var word in words)
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
