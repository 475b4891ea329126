using Reenact.Events;
using Reenact.Format;
using Reenact.Keys;
using Reenact.Tests.Format;
using Reenact.Tests.Format.Encryption;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Keys;

/// <summary>Encrypted sessions that another writer goes on with.</summary>
public sealed class ResumedSessionTests
{
    private readonly MemoryKeyStore keys = new();

    private RecordOptions Options => new() { KeyStore = keys };

    [Fact]
    public async Task An_encrypted_session_goes_on_under_its_key_with_a_salt_and_a_commitment_of_its_own()
    {
        var crashed = await CrashAsync();
        using var file = new TemporaryFile();
        await File.WriteAllBytesAsync(file.Path, crashed, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file.Path + ".tail", "what an older recording left", TestContext.Current.CancellationToken);
        await using (var session = Session.Resume(file.Path, Options))
        {
            Assert.False(File.Exists(file.Path + ".tail"));
            SampleTools.Twice(2);
            session.Complete(Outcome.Success);
        }

        Assert.Single(keys.Tenants);
        using var recording = Recording.Open(file.Path, new RecordingOpenOptions { KeyStore = keys });
        Assert.Equal(RecordingState.Sealed, recording.State);
        Assert.Equal([1, 2], recording.Calls.Select(call => call.Arguments[0].Read<int, Shims.Int32Codec>()));
        Assert.True(recording.Verify().IsIntact);
        var epochs = EpochsOf(await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
        Assert.Equal(2, epochs.Count);
        Assert.NotEqual(epochs[0].Salt, epochs[1].Salt);
        Assert.NotEqual(epochs[0].Commitment, epochs[1].Commitment);
        using var locked = Recording.Open(file.Path);
        Assert.Equal(RecordingEncryption.Locked, locked.Encryption);
        Assert.True(locked.Verify().IsIntact);
    }

    [Fact]
    public async Task Without_its_key_a_session_is_not_gone_on_with_and_nothing_is_changed()
    {
        var crashed = await CrashAsync();
        var id = KeyOf(crashed);
        var key = keys.Bytes(id);
        var wrong = new MemoryKeyStore().With(id, key.Reverse().ToArray());
        var erased = new MemoryKeyStore().With(id, key);
        await erased.DestroyAsync(id, TestContext.Current.CancellationToken);

        AssertRefused(crashed, null, RecordingErrorKind.Encrypted, "RecordOptions.KeyStore");
        AssertRefused(crashed, new MemoryKeyStore(), RecordingErrorKind.KeyNotFound, "Give the one that it was recorded with");
        AssertRefused(crashed, erased, RecordingErrorKind.KeyDestroyed, "A session of its own can be begun");
        AssertRefused(crashed, wrong, RecordingErrorKind.WrongKey, "Give the key store that it was recorded with");
    }

    [Fact]
    public async Task A_session_begun_in_the_clear_is_not_gone_on_with_encrypted()
    {
        var clear = await Recorded.SessionAsync(() => Task.FromResult(SampleTools.Twice(1)));

        AssertRefused(clear, keys, RecordingErrorKind.WrongEncryption, "Begin another one");
    }

    [Fact]
    public async Task Going_on_can_wait_for_the_key_without_a_thread_and_be_canceled()
    {
        using var file = new TemporaryFile();
        await File.WriteAllBytesAsync(file.Path, await CrashAsync(), TestContext.Current.CancellationToken);
        var before = await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken);
        var slow = new SlowKeyStore();
        using var ending = new CancellationTokenSource();
        var late = Session.ResumeAsync(file.Path, new RecordOptions { KeyStore = slow }, ending.Token);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));

        var session = await Session.ResumeAsync(file.Path, Options, TestContext.Current.CancellationToken);
        await session.RunAsync(() => Task.FromResult(SampleTools.Twice(2)));
        await session.DisposeAsync();
        using var recording = Recording.Open(file.Path, new RecordingOpenOptions { KeyStore = keys });
        Assert.Equal(2, recording.Calls.Count);
    }

    [Fact]
    public async Task Who_writes_an_encrypted_recording_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Nothing is locked, or it is not said by whom.");
        using var file = new TemporaryFile();
        await using var session = Session.Record(file.Path, new SessionInfo { Tenant = "acme" }, Options);
        SampleTools.Twice(1);
        await session.FlushAsync();

        var error = Assert.Throws<RecordingException>(() => Session.Resume(file.Path, Options));

        Assert.Equal(RecordingErrorKind.InUse, error.Kind);
        Assert.Contains($"this process, {Environment.ProcessId} (since ", error.Message, StringComparison.Ordinal);
    }

    private static Guid KeyOf(byte[] recording) => Preamble.Decode(recording.AsSpan(0, BlockLayout.PreambleSize), "").KeyId;

    private static List<Epoch> EpochsOf(byte[] recording) =>
        [.. EncryptedSample.Blocks(recording).Select(address => recording.AsSpan((int)address.Offset, address.Length).ToArray())
            .Where(block => BlockHeader.Read(block).Type == BlockType.Epoch)
            .Select(block => Epoch.Decode(block.AsSpan(BlockLayout.HeaderSize, BlockHeader.Read(block).BodyLength))!)];

    private static void AssertRefused(byte[] recording, IKeyStore? keys, RecordingErrorKind kind, string remedy)
    {
        var store = new KeptBlockStore(recording);
        var error = Assert.Throws<RecordingException>(() => Session.Resume(store, new RecordOptions { KeyStore = keys }));
        Assert.Equal(kind, error.Kind);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.Equal(recording, store.Bytes);
        Assert.Null(Session.Current);
    }

    /// <summary>A session that made one call, and then its process was gone.</summary>
    private async Task<byte[]> CrashAsync()
    {
        var store = new KeptBlockStore();
        await using var session = Session.Record(store, new SessionInfo { Tenant = "acme" }, Options);
        SampleTools.Twice(1);
        await session.FlushAsync();
        return store.Bytes;
    }
}
