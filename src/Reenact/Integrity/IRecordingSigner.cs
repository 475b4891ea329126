namespace Reenact.Integrity;

/// <summary>Signs recordings with an Ed25519 key, wherever the key is. Members must be thread-safe.</summary>
public interface IRecordingSigner
{
    /// <summary>The name of the key, for example <c>example.com/recordings</c>: not empty, without spaces and <c>+</c>, at most 1,024 UTF-8 bytes.</summary>
    string KeyName { get; }

    /// <summary>The public key: 32 bytes, as in RFC 8032.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Signs bytes.</summary>
    /// <param name="text">The text of a signed note.</param>
    /// <returns>The signature: 64 bytes, as in RFC 8032.</returns>
    byte[] Sign(ReadOnlySpan<byte> text);
}
