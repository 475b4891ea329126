using Reenact.Integrity;

namespace Reenact.Tests.Integrity;

/// <summary>A signer somewhere else, which does as a test says; unless told otherwise it signs.</summary>
internal sealed class OtherSigner : IRecordingSigner
{
    private static readonly RecordingSigner Key = RecordingSigner.Generate("example.com/recordings");

    private int asked;

    public string KeyName { get; init; } = Key.KeyName;

    public ReadOnlyMemory<byte> PublicKey { get; init; } = Key.PublicKey;

    public static RecordingVerifierKey VerifierKey => Key.VerifierKey;

    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Answer { get; init; } = text => Key.Sign(text.Span);

    /// <summary>What it waits for before it answers.</summary>
    public Func<CancellationToken, Task> Wait { get; init; } = _ => Task.CompletedTask;

    public int Asked => Volatile.Read(ref asked);

    public async ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        await Wait(cancellationToken);
        return Answer(text);
    }
}
