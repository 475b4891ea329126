using Reenact.Events;
using Reenact.Format;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

/// <summary>Whatever a signer does, a recording loses its signature at most.</summary>
public class SigningTests
{
    [Fact]
    public async Task A_signer_that_takes_a_while_signs()
    {
        var signer = new OtherSigner { Wait = cancel => Task.Delay(50, cancel) };

        var (bytes, failure) = await RecordAsync(new RecordOptions { Signer = signer });

        Assert.Null(failure);
        AssertWhole(bytes, SignatureStatus.Valid);
    }

    [Fact]
    public async Task A_signer_that_throws_costs_the_signature() => AssertUnsigned(await RecordAsync(new RecordOptions
    {
        Signer = new OtherSigner { Answer = _ => throw new HttpRequestException("no route to the key service") },
    }), "no route");

    [Fact]
    public async Task A_signer_that_gives_rubbish_costs_the_signature() => AssertUnsigned(await RecordAsync(new RecordOptions
    {
        Signer = new OtherSigner { Answer = _ => new byte[64] },
    }), "no Ed25519 signature");

    [Fact]
    public async Task A_signature_by_another_key_costs_the_signature()
    {
        using var another = RecordingSigner.Generate("example.com/recordings");
        AssertUnsigned(await RecordAsync(new RecordOptions { Signer = new OtherSigner { Answer = text => another.Sign(text.Span) } }), "no Ed25519 signature");
    }

    [Fact]
    public async Task A_signature_of_another_text_costs_the_signature() => AssertUnsigned(await RecordAsync(new RecordOptions
    {
        Signer = new OtherSigner { Answer = text => new OtherSigner().Answer(text[1..]) },
    }), "no Ed25519 signature");

    [Fact]
    public async Task A_signer_without_a_name_costs_the_signature() =>
        AssertUnsigned(await RecordAsync(new RecordOptions { Signer = new OtherSigner { KeyName = "" } }), "can't name a key");

    [Fact]
    public async Task A_signer_that_never_answers_costs_the_signature_and_is_told_so()
    {
        var told = new TaskCompletionSource();
        var signer = new OtherSigner
        {
            Wait = async cancel =>
            {
                using var registration = cancel.Register(told.SetResult);
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            },
        };

        AssertUnsigned(await RecordAsync(new RecordOptions { Signer = signer, SignerTimeout = TimeSpan.FromMilliseconds(100) }), "took longer");
        await told.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_signer_that_blocks_its_thread_costs_the_signature()
    {
        using var release = new ManualResetEventSlim();
        var signer = new OtherSigner
        {
            Answer = _ =>
            {
                release.Wait();
                return default;
            },
        };

        AssertUnsigned(await RecordAsync(new RecordOptions { Signer = signer, SignerTimeout = TimeSpan.FromMilliseconds(100) }), "took longer");
        release.Set();
    }

    [Fact]
    public async Task What_is_recorded_is_durable_before_the_signer_is_asked()
    {
        var store = new MemoryBlockStore();
        RecordingState? state = null;
        var events = 0L;
        var signer = new OtherSigner
        {
            Wait = _ =>
            {
                using var recording = Recording.Open(new MemoryBlockStore(store.ToArray()));
                (state, events) = (recording.State, recording.EventCount);
                return Task.CompletedTask;
            },
        };

        await RecordAsync(new RecordOptions { Signer = signer }, store);

        using var whole = Recording.Open(new MemoryBlockStore(store.ToArray()));
        Assert.Equal(RecordingState.Unsealed, state);
        Assert.Equal(whole.EventCount, events);
    }

    internal static async Task<(byte[] Bytes, Exception? Failure)> RecordAsync(RecordOptions options, MemoryBlockStore? store = null, Func<SessionRecorder, Task>? body = null)
    {
        store ??= new MemoryBlockStore();
        var session = Session.Record(store, new SessionInfo { Agent = "support" }, options);
        var failure = await Xunit.Record.ExceptionAsync(async () =>
        {
            await using (session)
            {
                session.Note("hello");
                if (body is not null)
                    await body(session);
                session.Complete(Outcome.Success);
            }
        });
        return (store.ToArray(), failure);
    }

    private static void AssertUnsigned((byte[] Bytes, Exception? Failure) recorded, string because)
    {
        var failure = Assert.IsType<RecordingException>(recorded.Failure);
        Assert.Equal(RecordingErrorKind.SigningFailed, failure.Kind);
        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
        AssertWhole(recorded.Bytes, SignatureStatus.None);
    }

    private static void AssertWhole(byte[] bytes, SignatureStatus signature)
    {
        using var recording = Recording.Open(new MemoryBlockStore(bytes));
        var verification = recording.Verify([OtherSigner.VerifierKey]);
        Assert.True(verification.IsIntact);
        Assert.True(verification.IsSealed);
        Assert.Equal(signature, verification.Signature);
        Assert.Contains(recording.ReadEvents(), found => found is NoteEvent { Text: "hello" });
    }
}
