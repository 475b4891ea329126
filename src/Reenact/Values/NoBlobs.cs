namespace Reenact.Values;

/// <summary>The blobs of a value that is inline in full.</summary>
internal sealed class NoBlobs : IBlobSource
{
    public static readonly NoBlobs Instance = new();

    public ReadOnlyMemory<byte> Get(uint id) => throw new ValueFormatException($"There is no blob {id}.");
}
