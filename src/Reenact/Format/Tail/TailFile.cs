using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Reenact.Format;

/// <summary>
/// A tail in a file: chunks of it are mapped, so that what is written there is the operating system's at once, whatever becomes of the process.
/// The file is written with zeros before it is mapped, and so never sparse: a disk that is full is an exception then, and not a signal
/// that ends the process at a store to memory. Thread-safe.
/// </summary>
internal sealed unsafe class TailFile : IEventMemory
{
    private const int ChunkSize = 64 * 1024;
    private const int Page = 4096;

    /// <summary>The file grows by one chunk, and by twice as many each time after that, up to so many.</summary>
    private const int LargestGrowth = 8;

    private static readonly byte[] Zeros = new byte[ChunkSize];

    private readonly string path;
    private readonly TailHeader header;
    private readonly SafeFileHandle handle;
    private readonly Lock growth = new();
    private readonly Lock gate = new();
    private readonly List<EventChunk> free = [];
    private readonly List<MemoryMappedViewAccessor> views = [];
    private long end = TailLayout.FirstChunk;
    private int nextGrowth = 1;
    private bool growsAhead;
    private RecordingException? failure;
    private bool disposed;

    private TailFile(string path, TailHeader header, SafeFileHandle handle)
    {
        this.path = path;
        this.header = header;
        this.handle = handle;
        Seed = TailLayout.Seed(header.Salt);
    }

    public bool OutlivesProcess => true;

    public Crc32C Seed { get; }

    /// <summary>Makes an empty tail; one that is there is deleted, so that whoever still writes it goes on with the deleted file.</summary>
    /// <exception cref="RecordingException">It can't be made; <see cref="RecordingErrorKind.NotSupported"/> where files can't be mapped.</exception>
    public static TailFile Create(string path, TailHeader header)
    {
        SafeFileHandle? handle = null;
        try
        {
            File.Delete(path);
            handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
            var first = new byte[TailLayout.FirstChunk];
            header.Encode().CopyTo(first, 0);
            RandomAccess.Write(handle, first, 0);
            var tail = new TailFile(path, header, handle);
            tail.Grow(ChunkSize);
            return tail;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            handle?.Dispose();
            TryDelete(path);
            throw exception as RecordingException ?? FileErrors.Translate(exception, path, "creating it", offset: null);
        }
    }

    public EventChunk Rent(int size)
    {
        if (TryTake(size) is { } ready)
        {
            return ready;
        }

        lock (growth)
        {
            while (true)
            {
                if (TryTake(size) is { } grown)
                {
                    return grown;
                }

                if (failure is not null)
                {
                    throw failure;
                }

                Grow(size);
                growsAhead = true;
            }
        }
    }

    public void Return(EventChunk chunk)
    {
        lock (gate)
        {
            free.Add(chunk);
        }
    }

    public void Remove()
    {
        Dispose();
        if (IsOwn())
        {
            TryDelete(path);
        }
    }

    public void Dispose()
    {
        lock (growth)
        {
            lock (gate)
            {
                disposed = true;
                free.Clear();
                foreach (var view in views)
                {
                    view.SafeMemoryMappedViewHandle.Dispose(); // First, because disposing the view alone would wait for the disk.
                    view.Dispose();
                }

                views.Clear();
                handle.Dispose();
            }
        }
    }

    private EventChunk? TryTake(int size)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            for (var index = free.Count - 1; index >= 0; index--)
            {
                if (free[index] is var chunk && chunk.Size >= size)
                {
                    free.RemoveAt(index);
                    if (free.Count <= nextGrowth / 4 && growsAhead)
                    {
                        growsAhead = false;
                        ThreadPool.UnsafeQueueUserWorkItem(static tail => tail.GrowAhead(), this, preferLocal: false);
                    }

                    return chunk;
                }
            }

            return null;
        }
    }

    /// <summary>Grows before anybody has to wait for it.</summary>
    private void GrowAhead()
    {
        lock (growth)
        {
            if (disposed)
            {
                return;
            }

            try
            {
                Grow(ChunkSize);
                growsAhead = true;
            }
            catch (RecordingException exception)
            {
                failure = exception; // For whoever needs the chunk: a file that failed is not written again.
            }
        }
    }

    private void Grow(int size)
    {
        var chunkSize = size <= ChunkSize ? ChunkSize : (size + Page - 1) / Page * Page;
        var count = size <= ChunkSize ? nextGrowth : 1;
        var offset = end;
        var length = chunkSize * count;
        MemoryMappedViewAccessor view;
        try
        {
            for (var written = 0; written < length; written += Zeros.Length)
            {
                RandomAccess.Write(handle, Zeros.AsSpan(0, Math.Min(Zeros.Length, length - written)), offset + written);
            }
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Translate(exception, path, "making it longer", offset);
        }

        try
        {
            using var file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            view = file.CreateViewAccessor(offset, length);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception) || exception is OutOfMemoryException)
        {
            throw new RecordingException(
                RecordingErrorKind.NotSupported, path, $"{path}: the file can't be mapped into memory ({exception.Message}). Record with Durability.Buffered there.", offset, exception);
        }

        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
        view.SafeMemoryMappedViewHandle.ReleasePointer(); // The chunks keep the view.
        for (var at = 0; at < length; at += Page)
        {
            start[at] = 0; // So that whoever writes an event there finds the page mapped.
        }

        lock (gate)
        {
            views.Add(view);
            for (var index = count - 1; index >= 0; index--)
            {
                var chunk = start + ((long)index * chunkSize);
                TailLayout.WriteChunkHeader(new Span<byte>(chunk, TailLayout.ChunkHeader), Seed, offset + ((long)index * chunkSize), chunkSize);
                free.Add(new EventChunk(chunk, chunkSize, view));
            }
        }

        end += length;
        nextGrowth = Math.Min(nextGrowth * 2, LargestGrowth);
    }

    /// <summary>Whether the file of this name is still this one: another recording may have taken the place of the one it belongs to.</summary>
    private bool IsOwn()
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var found = new byte[TailHeader.Size];
            return RandomAccess.Read(file, found, 0) == found.Length && found.AsSpan().SequenceEqual(header.Encode());
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            // A tail that is left over holds nothing that the recording has not; readers see that and pass over it.
        }
    }
}
