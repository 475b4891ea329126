using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Blobs in memory, each content once. Thread-safe.</summary>
internal sealed class MemoryBlobs : IBlobSink, IBlobSource
{
    private readonly List<byte[]> contents = [];
    private readonly Dictionary<string, uint> ids = new(StringComparer.Ordinal);

    public int Count => contents.Count;

    public uint Store(ReadOnlySpan<byte> content)
    {
        Assert.InRange(content.Length, 1, ValueLimits.BlobPart);
        var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(content));
        lock (contents)
        {
            if (!ids.TryGetValue(key, out var id))
            {
                contents.Add(content.ToArray());
                ids[key] = id = (uint)contents.Count;
            }

            return id;
        }
    }

    public ReadOnlyMemory<byte> Get(uint id)
    {
        lock (contents)
            return id >= 1 && id <= contents.Count ? contents[(int)id - 1] : throw new ValueFormatException($"There is no blob {id}.");
    }
}
