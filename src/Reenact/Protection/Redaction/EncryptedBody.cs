using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MessagePack;
using Reenact.Values;

namespace Reenact.Protection;

/// <summary>
/// The body of a value that is encrypted for a role: the MessagePack array of the role, the value's key id and hash, the nonce, and the
/// ciphertext with its tag.
/// </summary>
/// <param name="Role">Who may read it.</param>
/// <param name="Hash">The key id and the hash.</param>
/// <param name="Nonce">The nonce.</param>
/// <param name="Content">The ciphertext, and the tag.</param>
internal sealed record EncryptedBody(string Role, byte[] Hash, byte[] Nonce, byte[] Content)
{
    private const int Elements = 4;
    private const int LongestRole = 1024;

    public static EncryptedBody Seal(string role, ReadOnlyMemory<byte> key, byte[] hash, ReadOnlySpan<byte> value)
    {
        var nonce = RandomNumberGenerator.GetBytes(RoleCipher.NonceLength);
        return new EncryptedBody(role, hash, nonce, RoleCipher.Seal(key, role, hash, nonce, value));
    }

    /// <exception cref="ValueFormatException">It is damaged or forged.</exception>
    public static EncryptedBody Read(in ReadOnlySequence<byte> body)
    {
        try
        {
            var reader = new MessagePackReader(body);
            if (reader.ReadArrayHeader() >= Elements && reader.ReadStringSequence() is { Length: <= LongestRole } role)
            {
                var read = new EncryptedBody(Encoding.UTF8.GetString(role), Bytes(ref reader), Bytes(ref reader), Bytes(ref reader));
                if (read.Hash.Length >= ValueHasher.Length && read.Nonce.Length == RoleCipher.NonceLength && read.Content.Length >= RoleCipher.TagLength)
                {
                    return read;
                }
            }
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            throw Damaged(exception);
        }

        throw Damaged(null);
    }

    public void Write(ref MessagePackWriter writer)
    {
        var body = new ArrayBufferWriter<byte>(Content.Length + 128);
        var inner = new MessagePackWriter(body);
        inner.WriteArrayHeader(Elements);
        inner.Write(Role);
        inner.Write(Hash);
        inner.Write(Nonce);
        inner.Write(Content);
        inner.Flush();
        writer.WriteExtensionFormat(new ExtensionResult(ValueExtensionType.Encrypted, new ReadOnlySequence<byte>(body.WrittenMemory)));
    }

    /// <exception cref="ValueFormatException">The key is another one, or the bytes were changed.</exception>
    public byte[] Open(ReadOnlyMemory<byte> key) => RoleCipher.Open(key, Role, Hash, Nonce, Content);

    private static byte[] Bytes(ref MessagePackReader reader) => reader.ReadBytes() is { } bytes ? bytes.ToArray() : [];

    private static ValueFormatException Damaged(Exception? exception) =>
        new("A recorded value is encrypted for a role, but not as a recorder does it; the recording is damaged or forged.", exception!);
}
