using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reenact.Format;

namespace Reenact.Recorders;

/// <summary>Keeps events in the memory of the process, which all sessions share. Thread-safe.</summary>
internal sealed class ProcessMemory : IEventMemory
{
    private const int ChunkSize = 64 * 1024;
    private const int MostKept = 64;

    /// <summary>There is nothing to tell apart.</summary>
    public static readonly ProcessMemory Shared = new();

    private readonly ConcurrentBag<EventChunk> free = [];

    private ProcessMemory()
    {
    }

    public bool OutlivesProcess => false;

    public Crc32C Seed => new();

    public EventChunk Rent(int size) => size <= ChunkSize && free.TryTake(out var chunk) ? chunk : Make(Math.Max(ChunkSize, size));

    public void Return(EventChunk chunk)
    {
        if (chunk.Size == ChunkSize && free.Count < MostKept)
        {
            free.Add(chunk);
        }
    }

    public void Remove()
    {
    }

    public void Dispose()
    {
    }

    private static unsafe EventChunk Make(int size)
    {
        var memory = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        return new EventChunk((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(memory)), size, memory);
    }
}
