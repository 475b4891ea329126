using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The first 128 bytes of a recording.</summary>
/// <param name="SessionId">The session's id.</param>
/// <param name="KeyId">The id of the key that it is encrypted with; empty when it is not.</param>
/// <param name="DictionaryId">The SHA-256 of the dictionary that it is compressed with, in lower-case hexadecimal; empty for the format's own.</param>
internal readonly record struct Preamble(Guid SessionId, Guid KeyId = default, string DictionaryId = "")
{
    private const ushort Version = 1;
    private const ushort EncryptedFlag = 1;
    private const ushort DictionaryFlag = 2;
    private static readonly Range Dictionary = 48..80;

    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'R', (byte)'E', (byte)'E', (byte)'N', (byte)'A', (byte)'C', (byte)'T'];

    public byte[] Encode()
    {
        var bytes = new byte[BlockLayout.PreambleSize];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(
            bytes.AsSpan(10), (ushort)((KeyId != Guid.Empty ? EncryptedFlag : 0) | (DictionaryId.Length > 0 ? DictionaryFlag : 0)));
        SessionId.TryWriteBytes(bytes.AsSpan(16), bigEndian: true, out _);
        KeyId.TryWriteBytes(bytes.AsSpan(32), bigEndian: true, out _);
        Convert.FromHexString(DictionaryId).CopyTo(bytes, Dictionary.Start.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(124), Crc32C.Of(bytes.AsSpan(0, 124)));
        return bytes;
    }

    /// <summary>Reads a preamble, or says why this reader can't read the recording.</summary>
    /// <exception cref="RecordingException">It isn't the preamble of a recording that this version reads.</exception>
    public static Preamble Decode(ReadOnlySpan<byte> bytes, string store)
    {
        if (bytes.IsEmpty)
            throw Error(RecordingErrorKind.Empty, store, 0, "the file is empty", "Its writer stopped before it wrote anything; there is nothing to read.");
        if (!bytes[..Math.Min(bytes.Length, Magic.Length)].SequenceEqual(Magic[..Math.Min(bytes.Length, Magic.Length)]))
            throw Error(RecordingErrorKind.NotARecording, store, 0, "this is not a Reenact recording", "Check the path; recordings begin with 89 52 45 45 4E 41 43 54.");
        if (bytes.Length < BlockLayout.PreambleSize)
            throw Error(RecordingErrorKind.Cut, store, bytes.Length, $"the recording ends after {bytes.Length} of the {BlockLayout.PreambleSize} bytes of its preamble", "It holds no events; get a whole copy if there is one.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[124..]) != Crc32C.Of(bytes[..124]))
            throw Error(RecordingErrorKind.Damaged, store, 0, "the checksum of the preamble does not fit, so nothing after it can be trusted", "Get an undamaged copy.");

        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        if (version != Version)
            throw Error(RecordingErrorKind.NeedsNewerReader, store, 8, $"the recording has format version {version}, this reader reads version {Version}", "Read it with a newer version of Reenact.");

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        if ((flags & ~(EncryptedFlag | DictionaryFlag)) != 0)
            throw Error(RecordingErrorKind.NeedsNewerReader, store, 10, $"the recording uses features this reader does not know (flags 0x{flags:X4})", "Read it with a newer version of Reenact.");
        var keyId = new Guid(bytes.Slice(32, 16), bigEndian: true);
        if (keyId == Guid.Empty != ((flags & EncryptedFlag) == 0))
            throw Error(RecordingErrorKind.Damaged, store, 10, "the preamble contradicts itself about whether the recording is encrypted", "It was not written so; get an undamaged copy.");

        var dictionary = bytes[Dictionary];
        var hasDictionary = dictionary.IndexOfAnyExcept((byte)0) >= 0;
        if (hasDictionary == ((flags & DictionaryFlag) == 0))
            throw Error(RecordingErrorKind.Damaged, store, 10, "the preamble contradicts itself about whether the recording needs a dictionary", "It was not written so; get an undamaged copy.");

        return new Preamble(new Guid(bytes.Slice(16, 16), bigEndian: true), keyId, hasDictionary ? Convert.ToHexStringLower(dictionary) : "");
    }

    private static RecordingException Error(RecordingErrorKind kind, string store, long offset, string happened, string remedy) =>
        new(kind, store, $"{store}: {happened}. {remedy}", offset);
}
