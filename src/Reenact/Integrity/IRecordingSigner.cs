namespace Reenact.Integrity;

/// <summary>
/// Signs recordings with an Ed25519 key, wherever the key is: a key service may be asked over the network. Members must be thread-safe.
/// </summary>
/// <remarks>
/// What it gives is checked against its public key. One that throws, takes longer than <see cref="RecordOptions.SignerTimeout"/> or gives something else
/// costs the recording its signature, and nothing more.
/// </remarks>
public interface IRecordingSigner
{
    /// <summary>The name of the key, for example <c>example.com/recordings</c>: not empty, without spaces and <c>+</c>, at most 1,024 UTF-8 bytes.</summary>
    string KeyName { get; }

    /// <summary>The public key: 32 bytes, as in RFC 8032.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Signs bytes.</summary>
    /// <param name="text">The text of a signed note: at most a few hundred bytes.</param>
    /// <param name="cancellationToken">Says that the signature is not waited for any longer.</param>
    /// <returns>The signature: 64 bytes, as in RFC 8032.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken);
}
