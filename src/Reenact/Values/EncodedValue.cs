namespace Reenact.Values;

/// <summary>A value as it is recorded.</summary>
/// <param name="Bytes">One MessagePack value.</param>
/// <param name="Blobs">Where its long text and bytes are.</param>
internal readonly record struct EncodedValue(ReadOnlyMemory<byte> Bytes, IBlobSource Blobs);
